#!/usr/bin/env node
/*
 * The guard: the one file in plain old JavaScript (it must parse on Node 12), because it runs before anything is known
 * to be there. In a clone it installs what is missing; everywhere it finds a Node that is new enough, switches the
 * compile cache on and starts the program. A published package never installs anything.
 *
 *   opencshis ...                       the command line: src/cli/main.ts in a clone, dist/cli/main.js when published
 *   opencshis --entry test/run.ts ...   another program of the clone (npm's scripts use it)
 */
'use strict';

const fs = require('fs');
const os = require('os');
const path = require('path');

const OLDEST = 24;
const root = path.join(__dirname, '..');
const isClone = fs.existsSync(path.join(root, 'src')) && fs.existsSync(path.join(root, 'package-lock.json'));

function tell(zh, en) {
  process.stderr.write(`opencshis: ${zh}\nopencshis: ${en}\n`);
}

function giveUp(zh, en) {
  tell(zh, en);
  process.exit(1);
}

function readJson(file) {
  try {
    return JSON.parse(fs.readFileSync(file, 'utf8'));
  } catch (_error) {
    return undefined;
  }
}

/** Whether node_modules holds what the lock asks for; packages of other systems are allowed to be missing. */
function isInstalled(needsDev) {
  const wanted = readJson(path.join(root, 'package-lock.json'));
  const found = readJson(path.join(root, 'node_modules', '.package-lock.json'));
  if (!wanted || !found || !found.packages) return false;
  return Object.keys(wanted.packages).every((name) => {
    const want = wanted.packages[name];
    const have = found.packages[name];
    if (name === '') return true;
    if (have) return have.version === want.version && have.integrity === want.integrity;
    return want.optional === true || (want.dev === true && !needsDev);
  });
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

function pause(ms) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

/** One installation at a time: `npm ci` empties the folder that another one fills. Answers false after having waited. */
function takeInstallLock(lock) {
  let waited = false;
  for (;;) {
    try {
      fs.mkdirSync(lock);
      fs.writeFileSync(path.join(lock, 'pid'), String(process.pid));
      return !waited;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    let owner = 0;
    let age = 0;
    try {
      age = Date.now() - fs.statSync(lock).mtimeMs;
      owner = Number(fs.readFileSync(path.join(lock, 'pid'), 'utf8'));
    } catch (_error) {
      // its owner is between the two steps of taking or leaving it
    }
    if (owner ? !isAlive(owner) : age > 10000) leaveInstallLock(lock);
    else if (!waited)
      tell('另一個程序正在安裝套件，等它完成…', 'another process is installing packages, waiting for it ..');
    waited = true;
    pause(200);
  }
}

function leaveInstallLock(lock) {
  try {
    fs.unlinkSync(path.join(lock, 'pid'));
  } catch (_error) {
    // already gone
  }
  try {
    fs.rmdirSync(lock);
  } catch (_error) {
    // already gone
  }
}

function runNpm(args) {
  const spawnSync = require('child_process').spawnSync;
  const options = { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], encoding: 'utf8', maxBuffer: 1 << 26 };
  const beside = path.join(path.dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js');
  // process.execPath may be the Node inside node_modules, which `npm ci` deletes: npm's own Node comes first.
  const npmNode = process.env.npm_node_execpath || process.execPath;
  if (/npm-cli\.js$/.test(process.env.npm_execpath || '')) {
    return spawnSync(npmNode, [process.env.npm_execpath].concat(args), options);
  }
  if (fs.existsSync(beside)) return spawnSync(process.execPath, [beside].concat(args), options);
  options.shell = process.platform === 'win32';
  return spawnSync('npm', args, options);
}

function install(needsDev) {
  const lock = path.join(root, '.installing');
  takeInstallLock(lock);
  try {
    if (isInstalled(needsDev)) return; // somebody else did it while we waited
    const start = Date.now();
    tell('安裝所需套件中，約需一分鐘以內…', 'installing packages, usually well under a minute ..');
    const result = runNpm(['ci', '--include=dev', '--include=optional', '--loglevel=error']);
    if (result.error || result.status !== 0) {
      process.stderr.write(String(result.stdout || '') + String(result.stderr || ''));
      leaveInstallLock(lock);
      giveUp(
        '套件安裝失敗' +
          (result.error ? `（${result.error.code}）` : '') +
          '。請確認網路與 npm 可用，再執行一次，或自行執行 npm ci。',
        'the packages could not be installed' +
          (result.error ? ` (${result.error.code})` : '') +
          '. Check the network and npm, then try again, or run npm ci yourself.',
      );
    }
    const seconds = ((Date.now() - start) / 1000).toFixed(1);
    tell(`安裝完成，${seconds} 秒。`, `installed in ${seconds} s.`);
  } finally {
    leaveInstallLock(lock);
  }
}

/** The user's own cache folder for compiled code, or undefined: code that another user could write is never loaded. */
function compileCacheFolder() {
  if (process.env.NODE_COMPILE_CACHE) return process.env.NODE_COMPILE_CACHE;
  if (process.env.NODE_DISABLE_COMPILE_CACHE) return undefined;
  try {
    const home = os.homedir();
    let base = process.env.XDG_CACHE_HOME || path.join(home, '.cache');
    if (process.platform === 'win32') base = process.env.LOCALAPPDATA || path.join(home, 'AppData', 'Local');
    if (process.platform === 'darwin') base = path.join(home, 'Library', 'Caches');
    const folder = path.join(base, 'opencshis', 'compile');
    fs.mkdirSync(folder, { recursive: true, mode: 448 }); // 0700
    const stat = fs.statSync(folder);
    if (process.getuid && (stat.uid !== process.getuid() || (stat.mode & 18) !== 0)) return undefined; // 18: go+w
    return folder;
  } catch (_error) {
    return undefined; // a cache is a convenience
  }
}

function bundledNode() {
  const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
  try {
    const folder = path.dirname(require.resolve(`${name}/package.json`, { paths: [__dirname] }));
    const file = path.join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    return fs.existsSync(file) ? file : undefined;
  } catch (_error) {
    return undefined;
  }
}

function noNode(reason) {
  giveUp(
    '需要 Node.js ' +
      OLDEST +
      ' 以上，目前是 ' +
      process.version +
      '，而且' +
      reason[0] +
      '。請到 https://nodejs.org 安裝 Node.js ' +
      OLDEST +
      ' 或更新的版本。',
    'this needs Node.js ' +
      OLDEST +
      ' or newer, this is ' +
      process.version +
      ', and ' +
      reason[1] +
      '. Install Node.js ' +
      OLDEST +
      ' or newer from https://nodejs.org.',
  );
}

/** Whether Ctrl-C at the terminal goes to us and to the child alike (one process group in the foreground). */
function sharesKeyboard() {
  if (process.platform === 'win32') return true;
  try {
    // Fields after the command's closing bracket: state, ppid, pgrp, session, tty, tpgid (proc(5)).
    const fields = fs
      .readFileSync('/proc/self/stat', 'utf8')
      .replace(/^.*\) /, '')
      .split(' ');
    return fields[2] === fields[5];
  } catch (_error) {
    return Boolean(process.stdin.isTTY);
  }
}

function startChild(node, main, args, cache) {
  const env = Object.assign({}, process.env);
  if (cache) env.NODE_COMPILE_CACHE = cache;
  const child = require('child_process').spawn(node, [main].concat(args), { stdio: 'inherit', env: env });
  const signals =
    process.platform === 'win32' ? ['SIGINT', 'SIGBREAK'] : ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT', 'SIGUSR2'];
  const fromKeyboard = ['SIGINT', 'SIGQUIT', 'SIGBREAK'];
  signals.forEach((signal) => {
    process.on(signal, () => {
      // The terminal has already given it to the child: a second one would look like an impatient user.
      if (fromKeyboard.indexOf(signal) >= 0 && sharesKeyboard()) return;
      child.kill(signal);
    });
  });
  child.on('error', (error) => {
    noNode([
      `隨附的 Node.js 無法執行（${error.code}）`,
      `the Node.js that came along does not run here (${error.code})`,
    ]);
  });
  child.on('exit', (code, signal) => {
    if (!signal) process.exit(code);
    process.removeAllListeners(signal);
    process.kill(process.pid, signal);
    // A signal that does not end us (it is ignored here) still has its exit code.
    setTimeout(() => {
      process.exit(128 + (os.constants.signals[signal] || 0));
    }, 100);
  });
}

/** @param name which program of src/cli */
function start(name) {
  let args = process.argv.slice(2);
  let entry = isClone ? `src/cli/${name}.ts` : `dist/cli/${name}.js`;
  let needsDev = false;
  if (isClone && args[0] === '--entry') {
    entry = args[1] || '';
    args = args.slice(2);
    needsDev = true;
  }
  if (isClone && !isInstalled(needsDev)) install(needsDev);
  const main = path.join(root, entry);
  if (!fs.existsSync(main)) giveUp(`找不到 ${entry}。`, `${entry} is not there.`);
  const cache = compileCacheFolder();
  if (Number(process.versions.node.split('.')[0]) >= OLDEST) {
    const nodeModule = require('module');
    if (cache && !process.env.NODE_COMPILE_CACHE) {
      nodeModule.enableCompileCache(cache);
      process.env.NODE_COMPILE_CACHE = cache; // for the processes that the program starts
    }
    // As if `node main` had been typed: import.meta.main and process.argv[1] say so.
    process.argv = [process.argv[0], main].concat(args);
    nodeModule.runMain();
    return;
  }
  const node = bundledNode();
  if (!node) noNode(['沒有隨附給這個系統的 Node.js', 'none for this system came along']);
  startChild(node, main, args, cache);
}

if (require.main === module) start('main');
else module.exports = start;
