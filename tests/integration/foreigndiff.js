#!/usr/bin/env node
// foreigndiff.js KEYDIFFS: daff, a published program that compares tables, finds the same new, missing and changed rows by
// key as the program does, and the same changed columns. Ends with 0 if all results are equal.
'use strict';

const assert = require('assert');
const childProcess = require('child_process');

let daff;
try {
  daff = require('daff');
} catch (error) {
  console.error(`${error.message}\nRun npm ci in tests/integration, as ./test does`);
  process.exit(1);
}

// The rows that daff marks, in the form of the pair.
function foreignDiff(pair) {
  const flags = new daff.CompareFlags();
  flags.ordered = false;
  flags.show_unchanged = true;
  pair.key.forEach(name => flags.addPrimaryKey(name));
  const existing = new daff.TableView([pair.columns, ...pair.existing]);
  const desired = new daff.TableView([pair.columns, ...pair.desired]);
  const marked = [];
  new daff.TableDiff(daff.compareTables(existing, desired, flags).align(), flags).hilite(new daff.TableView(marked));

  const found = { added: [], gone: [], changed: [], rows: 0 };
  assert.strictEqual(marked.shift()[0], '@@');
  for (const [action, ...cells] of marked) {
    ++found.rows;
    if (action === '+++')
      found.added.push(cells);
    else if (action === '---')
      found.gone.push(cells);
    else if (/^-+>$/.test(action))
      found.changed.push([cells, pair.columns.filter((name, column) => String(cells[column]).includes(action))]);
    else
      assert.ok(action === '' || action === ':', action);
  }
  return found;
}

function keysOf(pair, rows) {
  return rows.map(row => JSON.stringify(pair.key.map(name => row[pair.columns.indexOf(name)]))).sort();
}

function changesOf(pair, changed) {
  return changed.map(([row, columns]) => keysOf(pair, [row])[0] + columns.join()).sort();
}

const lines = childProcess.execFileSync(process.argv[2], { encoding: 'utf8', maxBuffer: 1 << 28 }).trim().split('\n');
const counts = { added: 0, gone: 0, changed: 0 };
for (const line of lines) {
  const pair = JSON.parse(line);
  const found = foreignDiff(pair);
  assert.deepStrictEqual(keysOf(pair, found.added), keysOf(pair, pair.added), line);
  assert.deepStrictEqual(keysOf(pair, found.gone), keysOf(pair, pair.gone), line);
  assert.deepStrictEqual(changesOf(pair, found.changed), changesOf(pair, pair.changed), line);
  assert.strictEqual(found.rows, pair.desired.length + pair.gone.length, line);
  Object.keys(counts).forEach(kind => { counts[kind] += pair[kind].length; });
}
console.log(`daff: ${lines.length} pairs of tables,`, counts);
assert.ok(Object.values(counts).every(count => count > lines.length), 'too few differences');
