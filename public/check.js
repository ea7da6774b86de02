/*
 * Runs before all other scripts and checks that the browser has the features that the page needs. If
 * not, it shows a message and nothing else is downloaded. Old browsers must be able to run this file,
 * so it is ECMAScript 5, imports nothing and has its own texts.
 */
(function () {
  'use strict';

  var WORDS = {
    en: {
      tooOld: 'This browser is too old for this page.',
      update:
        'Dishboard reads your file in the browser. It needs a browser from 2023 or later: Chrome or Edge 98, Firefox 113, Safari 16.4, or newer. Update this browser, or open the page in another one. The database engine was not downloaded.',
      missing: 'Missing: ',
      notDownloaded: 'A part of this page could not be downloaded.',
      connection: 'Check the connection and reload the page.',
      reload: 'Reload the page',
    },
    ja: {
      tooOld: 'お使いのブラウザは古いため、このページを表示できません。',
      update:
        'Dishboardはファイルをブラウザ内で読み込みます。2023年以降のブラウザ（ChromeまたはEdge 98、Firefox 113、Safari 16.4以降）が必要です。ブラウザを更新するか、ほかのブラウザでこのページを開いてください。データベースエンジンはダウンロードしていません。',
      missing: '不足している機能：',
      notDownloaded: 'このページの一部をダウンロードできませんでした。',
      connection: '接続を確認して、ページを再読み込みしてください。',
      reload: 'ページを再読み込み',
    },
  };

  /* A WebAssembly module that uses exceptions, as the engine does. */
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
    var language = known[0] || 'en';
    return { language: language, texts: WORDS[language] };
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

  /* Shows a message instead of the reports; `fill` adds its content. */
  function showInstead(fill) {
    function show() {
      var app = document.getElementById('app');
      if (!app || app.firstChild) return;
      var known = words();
      document.documentElement.lang = known.language;
      document.documentElement.setAttribute('data-theme', isDark() ? 'dark' : 'light');
      var message = element('main');
      message.className = 'instead';
      message.setAttribute('role', 'alert');
      fill(message, known.texts);
      app.appendChild(message);
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
    showInstead(function (message, texts) {
      message.appendChild(element('h1', texts.tooOld));
      message.appendChild(element('p', texts.update));
      message.appendChild(element('p', texts.missing + missing.join(', ')));
    });
    return;
  }

  /* Shows a message if a script fails to load, because the page cannot do so without its scripts. */
  window.addEventListener(
    'error',
    function (event) {
      if (!event.target || event.target.tagName !== 'SCRIPT') return;
      showInstead(function (message, texts) {
        var reload = element('button', texts.reload);
        reload.type = 'button';
        reload.className = 'means';
        reload.addEventListener('click', function () {
          location.reload();
        });
        message.appendChild(element('h1', texts.notDownloaded));
        message.appendChild(element('p', texts.connection));
        message.appendChild(reload);
      });
    },
    true
  );
})();
