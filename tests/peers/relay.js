// Joins a Unix socket to a port of this network namespace. Usage: node relay.js <socket> <port>
const net = require('node:net');

const [, , socket, port] = process.argv;

net.createServer((near) => {
  const far = net.connect(Number(port), '127.0.0.1');
  near.on('error', () => far.destroy());
  far.on('error', () => near.destroy());
  near.pipe(far);
  far.pipe(near);
}).listen(socket);
