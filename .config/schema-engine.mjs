#!/usr/bin/env node
// Stands in for Prisma's native `schema-engine` binary, which the CLI would download.
// The CLI starts it and speaks newline-delimited JSON-RPC to it; here the WebAssembly build of the same
// engine answers, through @prisma/adapter-pg, so nothing outside node_modules is needed.
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import * as glue from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg from 'pg'

const PG_CHAR = 18 // the catalogue type "char"
const PG_TEXT = 25

const argv = process.argv.slice(2)
const values = (name) => argv.flatMap((word, at) => (word === name ? [argv[at + 1]] : []))
const datasource = JSON.parse(values('--datasource')[0] ?? '{}')

if (argv.includes('--version') || argv.includes('-V')) console.log('schema-engine-cli wasm')
else if (argv.includes('cli')) await runSubcommand(argv[argv.indexOf('cli') + 1])
else answerRequests()

/** `can-connect-to-database`, `create-database`, `drop-database`: one answer by exit code, errors as JSON on stderr. */
async function runSubcommand(name) {
  const subcommands = {
    'can-connect-to-database': () => onDatabase(datasource.url, 'select 1'),
    'create-database': () => createDatabase(datasource.url),
    'drop-database': () =>
      onMaintenanceDatabase(datasource.url, (database) => `drop database if exists ${pg.escapeIdentifier(database)} with (force)`),
  }
  try {
    if (!subcommands[name]) throw new Error(`unknown subcommand ${name}`)
    await subcommands[name]()
  } catch (error) {
    logError(connectionError(error))
    process.exitCode = 1
  }
}

function connectionError(error) {
  const { host, username, pathname } = new URL(datasource.url)
  if (error.code === '3D000') return { error_code: 'P1003', message: `Database \`${pathname.slice(1)}\` does not exist` }
  if (error.code === '28P01') return { error_code: 'P1000', message: `Authentication failed for ${username}` }
  if (error.code === 'ECONNREFUSED') return { error_code: 'P1001', message: `Can't reach database server at \`${host}\`` }
  return { error_code: 'P1011', message: error.message }
}

/** The CLI skips the first line of stderr, then parses every other line as JSON. */
function logError(fields) {
  const line = {
    timestamp: new Date().toISOString(),
    level: 'ERROR',
    fields: { ...fields, is_panic: false },
    target: 'schema_engine::logger',
  }
  process.stderr.write(`schema-engine\n${JSON.stringify(line)}\n`)
}

/** Calls one after the other; the process ends when the CLI closes stdin and the last one is answered. */
function answerRequests() {
  let engine
  let queue = Promise.resolve()
  createInterface({ input: process.stdin })
    .on('line', (line) => {
      const request = line.trim() ? JSON.parse(line) : {}
      if (!request.method) return // the CLI's answer to one of our `print` notifications
      queue = queue.then(async () => {
        engine ??= loadEngine()
        reply(await answer(request, engine))
      })
    })
    .on('close', () => queue.finally(() => process.exit()))
}

async function answer({ id, method, params }, engine) {
  try {
    const result =
      method === 'createDatabase'
        ? await createDatabase(params?.datasource?.url ?? datasource.url)
        : await callEngine(await engine, method, params)
    if (method === 'diff' && result.stdout != null)
      reply({ id: `print-${id}`, method: 'print', params: { content: result.stdout.trimEnd() } })
    return { id, result }
  } catch (error) {
    const message = globalThis.PRISMA_WASM_PANIC_REGISTRY.message || error.message || String(error)
    return { id, error: { code: 4466, message, data: { is_panic: false, message, error_code: error.code, meta: error.meta ?? null } } }
  }
}

async function callEngine(engine, method, params) {
  if (method === 'getDatabaseVersion') return engine.version()
  if (typeof engine[method] !== 'function') throw new Error(`the engine has no method ${method}`)
  return (await engine[method](params)) ?? {}
}

function reply(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
}

async function loadEngine() {
  // a panic inside the module calls this global before it traps
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    message: '',
    set_message(message) {
      this.message = message
    },
  }
  const wasm = await readFile(new URL('schema_engine_bg.wasm', import.meta.resolve('@prisma/schema-engine-wasm')))
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  const adapter = bindMigrationAwareSqlAdapterFactory(datasource.url ? migrationAdapter(datasource.url) : noDatabase())
  const datamodels = await Promise.all(values('--datamodels').map(async (path) => [path, await readFile(path, 'utf8')]))
  return glue.SchemaEngine.new({ datamodels: datamodels.length > 0 ? datamodels : undefined }, () => {}, adapter)
}

/** Enough of a connection for commands that only compare schema files: the engine asks every server for its version first. */
function noDatabase() {
  const refuse = () => Promise.reject(new Error('this command needs a database: set DATABASE_URL'))
  const version = {
    columnNames: ['exists', 'version', 'numeric_version'],
    columnTypes: [ColumnTypeEnum.Boolean, ColumnTypeEnum.Text, ColumnTypeEnum.Int32],
    rows: [[true, 'PostgreSQL 18.0', 180000]],
  }
  const adapter = {
    provider: 'postgres',
    adapterName: 'no-database',
    queryRaw: ({ sql }) => (sql.includes('server_version_num') ? Promise.resolve(version) : refuse()),
    executeRaw: refuse,
    executeScript: refuse,
    startTransaction: refuse,
    dispose: () => Promise.resolve(),
  }
  return { provider: 'postgres', adapterName: 'no-database', connect: () => Promise.resolve(adapter), connectToShadowDb: refuse }
}

/** PrismaPg with a true shadow database: as released (7.10) it would connect the "shadow" to the main database. */
function migrationAdapter(url) {
  const config = connectionConfig(url)
  const factory = new PrismaPg(config)
  const connect = factory.connect.bind(factory)
  factory.connect = async () => fitForMigrations(await connect())
  factory.connectToShadowDb = () => connectToShadow(config)
  return factory
}

async function connectToShadow(config) {
  const database = `prisma_migrate_shadow_db_${crypto.randomUUID()}`
  const owner = new pg.Client(config)
  await owner.connect()
  await owner.query(`create database ${pg.escapeIdentifier(database)}`)
  const shadow = fitForMigrations(await new PrismaPg({ ...config, database }).connect())
  const dispose = shadow.dispose.bind(shadow)
  shadow.dispose = async () => {
    await dispose()
    await owner.query(`drop database if exists ${pg.escapeIdentifier(database)} with (force)`)
    await owner.end()
  }
  return shadow
}

/** Mends two defects of adapter-pg 7.10: it has no mapping for "char" columns, and it splits scripts on every ";". */
function fitForMigrations(adapter) {
  const { queryRaw, startTransaction } = Object.getPrototypeOf(adapter)
  adapter.queryRaw = (query) => queryWithChars(adapter, queryRaw, query)
  if (!startTransaction) return adapter
  adapter.startTransaction = async (level) => fitForMigrations(await startTransaction.call(adapter, level))
  adapter.executeScript = async (script) => {
    // one connection, one simple-protocol message: the implicit transaction the native engine gets
    const client = await adapter.underlyingDriver().connect()
    try {
      await client.query(script)
    } catch (error) {
      adapter.onError(error)
    } finally {
      client.release()
    }
  }
  return adapter
}

/** "char" columns are read as text, then labelled Character, the only label the engine accepts for them. */
async function queryWithChars(adapter, queryRaw, query) {
  let chars = []
  const performIO = async (sql) => {
    const result = await adapter.performIO(sql)
    chars = result.fields.map((field) => field.dataTypeID === PG_CHAR)
    result.fields = result.fields.map((field) => (field.dataTypeID === PG_CHAR ? { name: field.name, dataTypeID: PG_TEXT } : field))
    return result
  }
  const rows = await queryRaw.call(Object.create(adapter, { performIO: { value: performIO } }), query)
  rows.columnTypes = rows.columnTypes.map((type, at) => (chars[at] ? ColumnTypeEnum.Character : type))
  return rows
}

async function createDatabase(url) {
  let databaseName
  await onMaintenanceDatabase(url, (database) => {
    databaseName = database
    return `create database ${pg.escapeIdentifier(database)}`
  })
  return { databaseName }
}

async function onMaintenanceDatabase(url, sqlFor) {
  const address = new URL(url)
  const database = decodeURIComponent(address.pathname.slice(1))
  address.pathname = '/postgres'
  await onDatabase(address.toString(), sqlFor(database))
}

async function onDatabase(url, sql) {
  const client = new pg.Client(connectionConfig(url))
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

function connectionConfig(connectionString) {
  const { host, port, user, password, database, ssl } = new pg.Client({ connectionString })
  return { host, port, user, password, database, ssl }
}
