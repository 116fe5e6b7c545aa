#!/usr/bin/env node
// foreignclients.js SANDBOX: published clients of other projects work with the sandbox. Domo's client for JavaScript lists the
// DataSets, reads their metadata and exports them. Ends with 0 if all results are correct.
'use strict';

const assert = require('assert');
const childProcess = require('child_process');
const readline = require('readline');

let sdk;
try {
  sdk = require('domo-sdk');
} catch (error) {
  console.error(`${error.message}\nRun npm ci in tests/integration, as ./test does`);
  process.exit(1);
}

function clientFor(login) {
  const { DomoClient } = sdk;
  const data = 1; // its API_SCOPE.DATA, which it does not export
  const client = new DomoClient(login.clientId, login.clientSecret, [data]);
  client.transport.apiHost = login.url; // otherwise it would use https
  return client;
}

async function listed(client) {
  const all = [];
  for (let page = await client.datasets.list(2, 0, 'name'); page.length > 0; page = await client.datasets.list(2, all.length, 'name'))
    all.push(...page);
  assert.deepStrictEqual(all.map(one => one.id), (await client.datasets.list()).map(one => one.id));
  return all;
}

async function checkDataSet(client, dataset) {
  const told = await client.datasets.get(dataset.id);
  assert.strictEqual(told.name, dataset.name);
  assert.strictEqual(told.rows, dataset.rows);
  assert.strictEqual(told.schema.columns.length, dataset.columns);

  const rows = await client.datasets.exportData(dataset.id);
  const whole = await client.datasets.exportData(dataset.id, true);
  assert.ok(whole.endsWith(rows));
  const header = whole.slice(0, whole.length - rows.length);
  const names = told.schema.columns.map(column => column.name);
  assert.strictEqual(header, names.map(name => (/[",]/.test(name) ? `"${name.replace(/"/g, '""')}"` : name)).join(',') + '\n');
  if (!rows.includes('"'))
    assert.strictEqual(rows.split('\n').length - 1, dataset.rows);
  console.log(`domo-sdk: ${dataset.name}, ${dataset.rows} rows`);
}

async function check(ready) {
  const client = clientFor(ready.domo);
  const names = (await listed(client)).map(one => one.name);
  assert.deepStrictEqual(names, ready.datasets.map(one => one.name).sort());
  for (const dataset of ready.datasets)
    await checkDataSet(client, dataset);
  await assert.rejects(client.datasets.get('none'), failure => failure.error.statusCode === 404);
  client.transport.accessToken = 'worn out'; // it renews its token on 401
  assert.strictEqual((await client.datasets.list()).length, names.length);
}

const sandbox = childProcess.spawn(process.argv[2], [], { stdio: ['ignore', 'pipe', 'inherit'] });
readline.createInterface({ input: sandbox.stdout }).once('line', line => {
  check(JSON.parse(line)).catch(error => {
    console.error(error);
    process.exitCode = 1;
  }).finally(() => sandbox.kill());
});
sandbox.once('exit', (code, signal) => {
  process.exitCode = process.exitCode || code || 0;
});
