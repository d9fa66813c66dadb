import { registerHooks } from 'node:module';

// For processes outside Jest: Node strips the types by itself, and here `./x.js` finds `./x.ts`.
registerHooks({
  resolve(name, context, next) {
    try {
      return next(name, context);
    } catch (error) {
      if (name.startsWith('.') && name.endsWith('.js')) return next(`${name.slice(0, -3)}.ts`, context);
      throw error;
    }
  },
});
