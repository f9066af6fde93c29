import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { Link, NavLink, useLocation, useMatches, useNavigation } from "react-router";
import type { Notice } from "../api/types.ts";
import { SearchBox } from "../features/browse/search-box.tsx";
import { CartLink } from "../features/cart/cart-link.tsx";
import { Bell } from "../features/notifications/bell.tsx";
import { SandboxBar } from "../features/sandbox/sandbox-bar.tsx";
import { AccountMenu } from "../features/session/account-menu.tsx";
import { otherLang, useLocale } from "../i18n/index.ts";
import { isPublicPage } from "../i18n/sections.ts";
import { useTranslation } from "../i18n/words.tsx";
import { LanguageIcon, Mark } from "../ui/icons.tsx";
import { ThemeToggle } from "../ui/theme-toggle.tsx";
import { ToastProvider, useToast } from "../ui/toasts.tsx";
import { useRealtime } from "./realtime.ts";
import classes from "./shell.module.css";
import type { ShellData } from "./shell-data.ts";
import { WaitingBadge } from "./waiting-badge.tsx";
import { homeOf, type Side, sideKept, sideOf, sidesFor, standsOn, withoutLanguage } from "./ways.ts";
import { workspacePart } from "./workspace-part.ts";

/** The words of all notices are many, and fetched when one arrives. */
const NoticeText = lazy(async () => {
  const { NoticeText } = await import("../features/notifications/notice-text.tsx");
  return { default: NoticeText };
});
const Told = ({ notice }: { notice: Notice }) => (
  <Suspense fallback="…">
    <NoticeText notice={notice} />
  </Suspense>
);

/** What surrounds every page: the way about, the sandbox's bar, and news that arrives while one reads. */
export function Frame({ shell, children }: { shell: ShellData; children: React.ReactNode }) {
  const { t } = useTranslation();
  const standing = useStanding(shell);
  return (
    <ToastProvider>
      <a href="#main" className={classes.skip}>
        {t("nav.skip")}
      </a>
      {shell.sandbox ? <SandboxBar info={shell.sandbox} clock={shell.clock} me={shell.me} /> : null}
      <Header shell={shell} {...standing} />
      <main id="main" tabIndex={-1} className={classes.main}>
        {children}
      </main>
      <WaitingBadge me={shell.me?.id ?? null} />
      <Footer shell={shell} />
      <News shell={shell} />
    </ToastProvider>
  );
}

function Header({ shell, here, side }: { shell: ShellData } & Standing) {
  const { t } = useTranslation();
  const { lang, to } = useLocale();
  const { pathname, search } = useLocation();
  const other = otherLang(lang);
  const words = pathname.includes("/browse") ? (new URLSearchParams(search).get("q") ?? "") : "";
  const isPublic = isPublicPage(pathname);
  const { Workspace } = workspacePart;
  return (
    <header className={classes.header}>
      <div className={classes.headerInner}>
        <Link to={to("/")} className={classes.brand}>
          <Mark size={34} />
          <span>{t("brand")}</span>
        </Link>
        <SearchBox key={`${lang} ${pathname} ${words}`} words={words} />
        <nav aria-label={t("nav.main")} className={classes.nav}>
          <NavLink to={to("/browse")}>{t("nav.browse")}</NavLink>
          {sidesFor(shell.me).map((one) => (
            <Link
              key={one}
              to={to(homeOf(one, shell.me))}
              aria-current={!isPublic && one === (shell.me ? side : sideOf(here)) ? "true" : undefined}
            >
              {t(`nav.${one}`)}
            </Link>
          ))}
        </nav>
        <div className={classes.tools}>
          <a
            href={pathname.replace(`/${lang}`, `/${other}`) + search}
            lang={other}
            hrefLang={other}
            className={classes.language}
          >
            <LanguageIcon />
            <span>{t("nav.otherLanguage")}</span>
          </a>
          <ThemeToggle />
          {shell.me ? <CartLink pieces={shell.inCart} /> : null}
          {shell.me ? <Bell unread={shell.notices.filter(({ readAt }) => !readAt).length} /> : null}
          <AccountMenu me={shell.me} />
        </div>
      </div>
      {shell.me && side && Workspace && !isPublic ? <Workspace side={side} path={here} me={shell.me} /> : null}
      <Progress />
    </header>
  );
}

/** What a page gives whose thing belongs to one side for this reader. */
type ToldSide = { pageSide?: Side } | null | undefined;
type Standing = { /** The page, without its language. */ here: string; side: Side | null };

/** The side of the page, or of what it shows, or else the one where the reader last was; remembered for the next visit. */
function useStanding(shell: ShellData): Standing {
  const here = withoutLanguage(useLocation().pathname);
  const [last, setLast] = useState(shell.side);
  const page = useMatches().at(-1)?.loaderData as ToldSide;
  const own = sideOf(here) ?? page?.pageSide;
  useEffect(() => {
    if (!own) return;
    setLast(own);
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser that we serve.
    document.cookie = sideKept(own);
  }, [own]);
  return { here, side: standsOn(here, own ?? last, shell.me) };
}

function Progress() {
  const { t } = useTranslation();
  const busy = useNavigation().state === "loading";
  return (
    <div role="status" className={classes.progress} data-busy={busy || undefined} aria-hidden={!busy}>
      {busy ? <span className={classes.hidden}>{t("common.loading")}</span> : null}
    </div>
  );
}

function Footer({ shell }: { shell: ShellData }) {
  const { t } = useTranslation();
  const { to } = useLocale();
  return (
    <footer className={classes.footer}>
      <div className={classes.footerInner}>
        <p>{t("footer.promise")}</p>
        <nav aria-label={t("footer.label")} className={classes.footerLinks}>
          <Link to={to("/help")}>{t("footer.help")}</Link>
          <Link to={to("/play")}>{t("footer.play")}</Link>
        </nav>
        {shell.sandbox ? (
          <p>
            {t("footer.sandbox")} <a href={shell.sandbox.links.apiReference}>{t("sandbox.apiReference")}</a>
          </p>
        ) : null}
      </div>
    </footer>
  );
}

/** Tells, once and politely, each notice that came since the page was opened. */
function News({ shell }: { shell: ShellData }) {
  const told = useRealtime(shell.me?.id ?? null, shell.toldUntil);
  const { t } = useTranslation();
  const { to } = useLocale();
  const show = useToast();
  const seen = useRef<Set<string> | null>(null);
  const lastTold = useRef(0);

  useEffect(() => {
    if (!seen.current) {
      seen.current = new Set(shell.notices.map(({ id }) => id));
      return;
    }
    const known = seen.current;
    const fresh = shell.notices.filter(({ id }) => !known.has(id));
    for (const notice of fresh) {
      known.add(notice.id);
      const href = to(notice.page);
      show({ id: notice.id, href, content: <Told notice={notice} /> });
    }
    if (fresh.length === 0 && told > lastTold.current)
      show({ id: "refreshed", quiet: true, content: t("common.updated") });
    lastTold.current = told;
  }, [shell.notices, told, show, t, to]);

  return null;
}
