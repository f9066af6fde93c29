import Fastify, { type FastifyInstance } from "fastify";
import { BROWSER_SCRIPT } from "./cashfree/browser-script.ts";
import { payPageRoutes } from "./cashfree/pay-page.ts";
import { cashfreeRoutes } from "./cashfree/routes.ts";
import { controlRoutes } from "./control/routes.ts";
import { homePageRoute } from "./home-page.ts";
import { mailboxRoutes } from "./mailbox/routes.ts";
import { programPage } from "./oidc/program-page.ts";
import { oidcRoutes } from "./oidc/routes.ts";
import { panelRoutes } from "./rapidshyp/panel-page.ts";
import { rapidshypRoutes } from "./rapidshyp/routes.ts";
import type { Sandbox } from "./sandbox.ts";

/** All routes of the simulator. Bodies arrive as text: each company reads, and refuses, its own way. */
export function buildServer(sandbox: Sandbox): FastifyInstance {
  const app = Fastify({ forceCloseConnections: true, bodyLimit: 1024 * 1024, routerOptions: { maxParamLength: 300 } });
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("*", { parseAs: "string" }, (_request, body, done) => done(null, body));

  app.get("/health", async () => ({ status: "ok" }));
  app.get("/cashfree/js/v3/cashfree.js", async (_request, reply) =>
    reply.type("text/javascript; charset=utf-8").send(BROWSER_SCRIPT),
  );
  cashfreeRoutes(app, sandbox);
  payPageRoutes(app, sandbox);
  rapidshypRoutes(app, sandbox);
  panelRoutes(app, sandbox);
  oidcRoutes(app, sandbox);
  programPage(app);
  controlRoutes(app, sandbox);
  mailboxRoutes(app, sandbox);
  homePageRoute(app, sandbox);
  return app;
}
