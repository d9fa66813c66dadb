import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

const graceMs = 8_000;

/** Lets the server stop soon: connections that never asked anything, which `server.close()` would wait for, go at once; a slow answer has eight seconds. */
export function closeSoon(fastify: FastifyInstance): void {
  const silent = new Set<Socket>();
  fastify.server.on('connection', (socket) => {
    silent.add(socket);
    socket.once('close', () => silent.delete(socket));
  });
  fastify.server.on('request', ({ socket }) => silent.delete(socket));
  fastify.addHook('preClose', (done) => {
    for (const socket of silent) socket.destroy();
    setTimeout(() => fastify.server.closeAllConnections(), graceMs).unref();
    done();
  });
}
