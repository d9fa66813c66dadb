import type { Browser, BrowserContext, Page } from 'playwright-core';
import { AddUser } from '../../apps/api/src/agencies/add-user.js';
import { FoundAgency } from '../../apps/api/src/agencies/found-agency.js';
import { DemoService } from '../../apps/api/src/demo/demo.service.js';
import { Agency } from '../support/agency.js';
import { demoDatabaseUrl } from '../support/database.js';
import { World } from '../support/world.js';
import { launchBrowser, newContext, type View } from './browser.js';
import { watchRequests } from './settled.js';

type State = Awaited<ReturnType<BrowserContext['storageState']>>;

const password = 'a long enough password';
const demoSlug = 'demo';

/** A refusal that the web answers for itself: a lost race, and whoever is not signed in yet. */
const expectedErrors = /status of 4(01|09|12)/;

/** A world that serves the web, with one browser for all of its pages. */
export class WebWorld {
  private readonly states = new Map<string, Promise<State>>();
  private readonly met: string[] = [];

  private constructor(
    readonly world: World,
    readonly browser: Browser,
    readonly url: string,
    private readonly expected: RegExp,
  ) {}

  /** Console errors that match `expected` are no faults. */
  static async open(settings: Record<string, string> = {}, expected = expectedErrors): Promise<WebWorld> {
    const [world, browser] = await Promise.all([World.open(settings), launchBrowser()]);
    await world.app.listen({ port: 0, host: '127.0.0.1' });
    return new WebWorld(world, browser, await world.app.getUrl(), expected);
  }

  /** The demo, in a database of its own. */
  static async ofDemo(settings: Record<string, string> = {}, expected = expectedErrors): Promise<WebWorld> {
    const make = async (url: string): Promise<void> => {
      const world = await World.open({ DATABASE_URL: url });
      await world.app.get(DemoService).make(password);
      await world.close();
    };
    return WebWorld.open({ ...settings, DATABASE_URL: await demoDatabaseUrl(make) }, expected);
  }

  /** A new agency with the settings that a real one starts with; its owner signs in as `owner@‹slug›.example`. */
  async found(slug: string, ownerName = 'Hanna Head', name = 'Longlist Partners'): Promise<Agency> {
    const owner = { name: ownerName, email: `owner@${slug}.example`, password };
    await this.world.app.get(FoundAgency).found({ name, slug, timeZone: 'Asia/Shanghai', owner });
    return this.agency(slug);
  }

  /** A headhunter more in the agency, who signs in with this address. */
  async addHeadhunter(agency: Agency, name: string, email: string): Promise<void> {
    await this.world.app.get(AddUser).to(agency.id, { name, email, password, role: 'headhunter' });
  }

  async agency(slug = demoSlug): Promise<Agency> {
    const { rows } = await this.world.owner.query<{ id: string }>('select id from agency where slug = $1', [slug]);
    if (!rows[0]) throw new Error(`There is no agency ${slug}`);
    return new Agency(this.world, rows[0].id);
  }

  /** A page of someone who is not signed in. */
  page(view: View = {}): Promise<Page> {
    return this.pageOf(view);
  }

  /** A page of the user with this address, in a context of its own: the password is sent once, then the session is reused. */
  async signedIn(email: string, view: View = {}): Promise<Page> {
    let state = this.states.get(email);
    if (!state) {
      state = this.signIn(email);
      this.states.set(email, state);
    }
    return this.pageOf(view, await state);
  }

  /** Types address and password into the form that the page shows. */
  async fillSignIn(page: Page, email: string): Promise<void> {
    await page.locator('input[type=email]').fill(email);
    await page.locator('input[type=password]').fill(password);
  }

  /** What any page of this world complained of so far. */
  get faults(): readonly string[] {
    return this.met;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.world.close();
  }

  private async signIn(email: string): Promise<State> {
    const context = await newContext(this.browser, this.url);
    const answer = await context.request.post('/api/auth/sign-in/email', { data: { email, password } });
    if (!answer.ok()) throw new Error(`${email} cannot sign in: ${answer.status()}`);
    const state = await context.storageState();
    await context.close();
    return state;
  }

  private async pageOf(view: View, state?: State): Promise<Page> {
    const context = await newContext(this.browser, this.url, view, state);
    context.setDefaultTimeout(15_000);
    context.on('weberror', (error) => this.met.push(error.error().message));
    context.on('console', (message) => {
      if (message.type() === 'error' && !this.expected.test(message.text())) {
        this.met.push(`${message.page()?.url()} ${message.text()}`);
      }
    });
    const page = await context.newPage();
    watchRequests(page);
    return page;
  }
}
