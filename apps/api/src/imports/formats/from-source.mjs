import { registerHooks } from 'node:module';

const domain = new URL('../../../../../libs/domain/src/', import.meta.url);

registerHooks({
  resolve(specifier, context, nextResolve) {
    if (specifier.startsWith('@domain/')) {
      return nextResolve(new URL(specifier.slice('@domain/'.length).replace(/\.js$/, '.ts'), domain).href, context);
    }
    const isOurs = specifier.startsWith('.') && context.parentURL?.endsWith('.ts');
    return nextResolve(isOurs ? specifier.replace(/\.js$/, '.ts') : specifier, context);
  },
});
