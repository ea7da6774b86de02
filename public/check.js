/*
 * Before anything else of the page: whether this browser has what the page needs, told where it has not,
 * and then neither the engine nor any part is asked for. Of the page's scripts it is the one that an old
 * browser must be able to read: ECMAScript 5, nothing imported, its few words with it.
 */
(function () {
  'use strict';

  var WORDS = {
    en: {
      tooOld: 'This browser is too old for this page.',
      update:
        'Dishboard reads your file in the browser, which has to be of 2023 or newer for it: Chrome or Edge 98, Firefox 113, Safari 16.4, or later. Update it, or open this page in another one. The database engine was not downloaded.',
      missing: 'Missing: ',
      notDownloaded: 'A part of this page could not be downloaded.',
      connection: 'Check the connection, and load the page again.',
      reload: 'Reload the page',
    },
    ja: {
      tooOld: 'お使いのブラウザは古いため、このページを表示できません。',
      update:
        'Dishboardはファイルをブラウザ内で読み込みます。それには2023年以降のブラウザ（Chrome・Edge 98、Firefox 113、Safari 16.4以降）が必要です。更新するか、ほかのブラウザでこのページを開いてください。データベースエンジンはダウンロードしていません。',
      missing: '不足している機能：',
      notDownloaded: 'このページの一部をダウンロードできませんでした。',
      connection: '接続を確認して、ページを読み込み直してください。',
      reload: 'ページを再読み込み',
    },
  };

  /* A function with WebAssembly's exceptions in it, which the engine is built with. */
  var EXCEPTIONS = [
    0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 8, 1, 6, 0, 6, 64, 25, 11, 11,
  ];

  function words() {
    var languages = navigator.languages || [navigator.language || 'en'];
    var known = languages
      .map(function (language) {
        return String(language).slice(0, 2).toLowerCase();
      })
      .filter(function (language) {
        return language === 'ja' || language === 'en';
      });
    var spoken = known[0] || 'en';
    return { language: spoken, say: WORDS[spoken] };
  }

  function hasExceptions() {
    try {
      return WebAssembly.validate(new Uint8Array(EXCEPTIONS));
    } catch (error) {
      return !error;
    }
  }

  function has(owner, name) {
    return typeof window[owner] === 'function' && name in window[owner].prototype;
  }

  var needed = [
    ['JavaScript modules', has('HTMLScriptElement', 'noModule')],
    ['WebAssembly exceptions', hasExceptions()],
    ['BigInt64Array', typeof window.BigInt64Array === 'function'],
    ['Worker', typeof window.Worker === 'function'],
    ['DecompressionStream', typeof window.DecompressionStream === 'function'],
    ['TransformStream', typeof window.TransformStream === 'function'],
    ['structuredClone', typeof window.structuredClone === 'function'],
    ['Blob.stream', has('Blob', 'stream')],
    ['Array.findLast', has('Array', 'findLast')],
    ['dialog', has('HTMLDialogElement', 'showModal')],
  ];

  function element(name, text) {
    var made = document.createElement(name);
    if (text) made.textContent = text;
    return made;
  }

  function isDark() {
    return 'matchMedia' in window && window.matchMedia('(prefers-color-scheme: dark)').matches;
  }

  /* Where the reports would be. */
  function tell(make) {
    function show() {
      var app = document.getElementById('app');
      if (!app || app.firstChild) return;
      var known = words();
      document.documentElement.lang = known.language;
      document.documentElement.setAttribute('data-theme', isDark() ? 'dark' : 'light');
      var told = element('main');
      told.className = 'instead';
      told.setAttribute('role', 'alert');
      make(told, known.say);
      app.appendChild(told);
    }
    if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', show);
    else show();
  }

  var missing = needed
    .filter(function (each) {
      return !each[1];
    })
    .map(function (each) {
      return each[0];
    });
  if (missing.length > 0) {
    document.documentElement.setAttribute('data-too-old', '');
    tell(function (told, say) {
      told.appendChild(element('h1', say.tooOld));
      told.appendChild(element('p', say.update));
      told.appendChild(element('p', say.missing + missing.join(', ')));
    });
    return;
  }

  /* The page's own script, without which nobody else can say anything. */
  window.addEventListener(
    'error',
    function (event) {
      if (!event.target || event.target.tagName !== 'SCRIPT') return;
      tell(function (told, say) {
        var reload = element('button', say.reload);
        reload.type = 'button';
        reload.className = 'means';
        reload.addEventListener('click', function () {
          location.reload();
        });
        told.appendChild(element('h1', say.notDownloaded));
        told.appendChild(element('p', say.connection));
        told.appendChild(reload);
      });
    },
    true
  );
})();
