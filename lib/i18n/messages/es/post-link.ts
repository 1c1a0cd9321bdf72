import type { Translated } from '../../translated.ts'
import type en from '../en/post-link.ts'

export default {
  empty: 'Escribe el enlace a tu publicación',
  too_long: 'Este enlace tiene más de 2048 caracteres. Abre la publicación, elige Compartir y Copiar enlace, y pega solo eso',
  not_a_url: 'Esto no es un enlace web. Abre tu publicación, copia su enlace y pégalo aquí. Empieza por https://',
  more_than_one_link: 'Aquí hay más de un enlace. Escribe solo uno, el de tu publicación',
  bad_scheme: 'El enlace a una publicación empieza por https://. Abre tu publicación, copia su enlace y pégalo aquí',
  has_credentials:
    'En este enlace hay un nombre o una contraseña delante de una arroba (@). Abre tu publicación y copia el enlace de nuevo',
  has_port: 'En este enlace hay un número de puerto, como en example.com:8080. Abre tu publicación y copia su enlace público',
  not_public_host: 'Este enlace va a una dirección privada o local que nadie más puede abrir. Escribe el enlace público a tu publicación',
  too_many_redirects:
    'Este enlace pasa por demasiados enlaces intermedios. Ábrelo, espera a que aparezca tu publicación y copia el enlace desde allí',
  unknown_short_link:
    'No podemos ver adónde lleva este enlace corto. Ábrelo, espera a que aparezca tu publicación y copia desde allí el enlace completo',
  unknown_site:
    'No conocemos este sitio. Escribe el enlace a una publicación pública en X, Facebook, Instagram, Threads, TikTok, YouTube, Telegram, LinkedIn, Reddit, Bluesky, Mastodon, Binance Square, VK o Weibo',
  profile_not_a_post: 'Este enlace va a un perfil, no a una publicación. Abre la publicación y copia su enlace',
  search_not_a_post:
    'Este enlace va a una búsqueda o a una etiqueta, que muestra muchas publicaciones. Abre tu propia publicación y copia su enlace',
  home_not_a_post: 'Este enlace va a una página de inicio o a un muro general. Abre tu propia publicación y copia su enlace',
  x_not_a_post:
    'Este enlace de X no va a una publicación. Abre tu publicación, elige Compartir y Copiar enlace. El enlace contiene /status/ y un número',
  facebook_not_a_post:
    'Este enlace de Facebook no va a una publicación. Selecciona la fecha de tu publicación para abrirla y copia el enlace',
  facebook_story_expires:
    'Esta historia de Facebook desaparece al cabo de un día y después no podríamos verla. Compártela como publicación o reel y copia ese enlace',
  instagram_not_a_post:
    'Este enlace de Instagram no va a una publicación ni a un reel. Abre tu publicación, elige Compartir y Copiar enlace',
  instagram_story_expires:
    'Esta historia de Instagram desaparece al cabo de un día y después no podríamos verla. Compártela como publicación o reel y copia ese enlace',
  threads_not_a_post: 'Este enlace de Threads no va a una publicación. Abre tu publicación, elige Compartir y Copiar enlace',
  tiktok_not_a_post: 'Este enlace de TikTok no va a un vídeo ni a una publicación con fotos. Abre la tuya, elige Compartir y Copiar enlace',
  youtube_not_a_video: 'Este enlace de YouTube no va a un vídeo. Abre tu vídeo o tu Short, elige Compartir y copia su enlace',
  telegram_not_a_post: 'Este enlace de Telegram no va a un mensaje. Abre el mensaje en tu canal o grupo público y elige Copiar enlace',
  telegram_private_channel:
    'Este canal o grupo de Telegram es privado y nadie más puede abrir el enlace. Publica en un canal o grupo público y copia el enlace a ese mensaje',
  telegram_story_expires:
    'Esta historia de Telegram puede desaparecer y después no podríamos verla. Publícala en un canal o grupo público y copia el enlace a ese mensaje',
  linkedin_not_a_post:
    'Este enlace de LinkedIn no va a una publicación. Abre el menú de tu publicación y elige Copiar enlace a la publicación',
  reddit_not_a_post: 'Este enlace de Reddit no va a una publicación. Abre tu publicación, elige Compartir y Copiar enlace',
  bluesky_not_a_post:
    'Este enlace de Bluesky no va a una publicación. Abre el menú para compartir de tu publicación y elige Copiar enlace a la publicación',
  mastodon_not_a_post:
    'Este enlace de Mastodon no va a una publicación. Abre el menú de tu publicación y elige Copiar enlace a la publicación',
  mastodon_remote_view:
    'Este enlace va a una copia de la publicación en otro servidor de Mastodon. Abre la publicación en el servidor donde se escribió y copia el enlace desde allí',
  binance_square_not_a_post:
    'Este enlace de Binance no va a una publicación de Binance Square. Abre tu publicación en Binance Square, elige Compartir y copia el enlace',
  vk_not_a_post:
    'Este enlace de VK no va a una publicación, un vídeo ni un clip. Selecciona la fecha de tu publicación para abrirla y copia el enlace',
  vk_story_expires:
    'Esta historia de VK desaparece al cabo de un día y después no podríamos verla. Ponla en tu muro y copia el enlace a esa publicación',
  weibo_not_a_post: 'Este enlace de Weibo no va a una publicación. Selecciona la fecha de tu publicación para abrirla y copia el enlace',
  check: {
    heading: 'Lo que dice la red social',
    none: 'La publicación aún no se ha comprobado. Se hace en segundo plano, poco después de que llegue una participación.',
    at: 'Comprobado',
    title: 'Muestra',
    author: 'Publicado por',
    leadsTo: 'El enlace lleva a',
    posted: 'Esa publicación se hizo el',
    alsoIn: 'La misma publicación está en',
    newTab: 'se abre en una pestaña nueva',
    outcome: {
      'found-with-hashtag': 'Encontrada, con la etiqueta',
      'found-without-hashtag': 'Encontrada, etiqueta no vista',
      'not-found': 'No encontrada',
      private: 'No es pública',
      unreachable: 'Sin respuesta útil',
      'not-checkable': 'No se puede comprobar así',
      'not-checkable-yet': 'Aún no se puede comprobar',
    },
    means: {
      'found-with-hashtag': 'La red muestra la publicación a todo el mundo.',
      'found-without-hashtag': 'La red muestra la publicación a todo el mundo. Ábrela y busca la etiqueta antes de decidir.',
      'not-found': 'La red no muestra ninguna publicación pública en este enlace. Ábrelo y míralo antes de decidir.',
      private: 'La red dice que no todo el mundo puede ver esta publicación. Ábrela sin iniciar sesión y mírala.',
      unreachable: 'Preguntamos a la red y no dio una respuesta que pudiéramos usar. Abre la publicación y mírala.',
      'not-checkable': 'Esta comprobación no dice nada de la publicación. Ábrela y mírala.',
      'not-checkable-yet': 'Nuestro servidor no pudo llegar a internet. La comprobación se repite sola.',
    },
    detail: {
      'title-only': 'Esta red solo nos dice el título. La etiqueta puede estar en la descripción.',
      'words-cut': 'Esta red acorta las publicaciones largas. La etiqueta puede estar en la parte cortada.',
      'words-not-shown': 'Esta red no nos dice las palabras de una publicación.',
      'gone-or-private': 'Responde lo mismo si la publicación se borró, si es privada o si el enlace es erróneo.',
      'no-endpoint': 'Esta red no tiene una forma pública de preguntar por una publicación.',
      'display-only': 'Las condiciones de esta red no permiten que un programa lea así las publicaciones.',
      'embedding-off': 'Su autor no deja que otros sitios muestren este vídeo.',
      'own-server': 'El enlace corto lleva a un servidor al que solo preguntamos si lo nombra quien participa.',
      'short-link-unresolved': 'El enlace corto no dijo adónde lleva.',
      'short-link-elsewhere': 'El enlace corto lleva a algo que no es una publicación en una red que conozcamos.',
      'redirect-refused': 'La red nos envió a otro sitio y no lo seguimos.',
      'address-refused': 'El enlace lleva a una dirección que no es pública y no contactamos con ella.',
      'answer-unreadable': 'La red respondió de una forma que no entendemos.',
      'rate-limited': 'La red no nos atiende por ahora.',
      'server-error': 'La red informó de un error propio.',
      dns: 'No se encontró el nombre del servidor de la red.',
      connect: 'El servidor de la red no aceptó la conexión.',
      tls: 'El servidor de la red no pudo demostrar que es el correcto.',
      timeout: 'La red tardó demasiado.',
      'too-large': 'La respuesta era demasiado grande para leerla con seguridad.',
      encoded: 'La respuesta venía comprimida de una forma que no abrimos.',
      closed: 'La conexión se cortó antes de completar la respuesta.',
    },
  },
} satisfies Translated<typeof en>
