/* To the reader's own language. */

location.replace(navigator.languages.some((one) => /^zh/i.test(one)) ? 'zh/index.html' : 'en/index.html');
