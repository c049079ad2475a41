// Fills templates with the npm engines, each in the best way that its manual shows, and times it.
// A question per line of standard input, an answer per line of standard output.
"use strict";

const fs = require("node:fs");
const path = require("node:path");
const readline = require("node:readline");
const { performance } = require("node:perf_hooks");

const carbone = require("carbone");
const Docxtemplater = require("docxtemplater");
const { TemplateHandler } = require("easy-template-x");
const PizZip = require("pizzip");

// One handler serves all documents; it deflates at level 6 and offers no other.
const handler = new TemplateHandler();

const engines = {
  // Refuses to render twice: a new zip and a new object per document. Level 1 is its fastest.
  docxtemplater: ({ template, words }) => {
    const filling = new Docxtemplater(new PizZip(template), { paragraphLoop: true });
    filling.render(words);
    return filling.toBuffer({ compression: "DEFLATE", compressionOptions: { level: 1 } });
  },
  "easy-template-x": ({ template, words }) => handler.process(template, words),
  // Takes a path, reads and parses it each time; deflates at zlib's default level.
  carbone: ({ file, words }) =>
    new Promise((resolve, reject) => {
      carbone.render(file, words, (error, made) => (error ? reject(error) : resolve(made)));
    }),
};

const works = new Map();

function load({ engine, template, words }) {
  works.set(template, {
    fill: engines[engine],
    file: template,
    template: fs.readFileSync(template),
    words: JSON.parse(fs.readFileSync(words, "utf8")),
  });
  return {};
}

async function fill({ template, times, out }) {
  const work = works.get(template);
  let made;
  const started = performance.now();
  for (let index = 0; index < times; index += 1) made = await work.fill(work);
  const ms = performance.now() - started;
  if (out) fs.writeFileSync(out, made);
  return { ms };
}

function versions() {
  const found = { node: process.versions.node };
  for (const name of [...Object.keys(engines), "pizzip"]) {
    const file = path.join(__dirname, "node_modules", name, "package.json");
    found[name] = JSON.parse(fs.readFileSync(file, "utf8")).version;
  }
  return found;
}

async function answer(question) {
  if (question.versions) return versions();
  return question.words ? load(question) : fill(question);
}

async function main() {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    process.stdout.write(JSON.stringify(await answer(JSON.parse(line))) + "\n");
  }
}

main();
