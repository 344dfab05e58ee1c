// Reads an interval log with the JavaScript library of the HdrHistogram project, and prints each tag's count and its 99th percentile.
const fs = require('fs');
const path = require('path');
const hdr = require(path.join(process.argv[2], 'node_modules', 'hdr-histogram-js'));

const totals = {};
for (const line of fs.readFileSync(process.argv[3], 'utf8').split('\n')) {
  const match = /^Tag=([^,]+),[^,]+,[^,]+,[^,]+,(.+)$/.exec(line);
  if (!match) continue;
  const histogram = hdr.decodeFromCompressedBase64(match[2].trim());
  if (totals[match[1]]) totals[match[1]].add(histogram); else totals[match[1]] = histogram;
}
for (const [tag, histogram] of Object.entries(totals)) {
  console.log(`${tag} ${histogram.totalCount} ${histogram.getValueAtPercentile(99) / 1000}`);
}
