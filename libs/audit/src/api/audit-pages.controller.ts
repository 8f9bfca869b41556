import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Controller, Get, Header, Inject, Param } from '@nestjs/common';
import { Operation } from '@fajiao/platform';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Replayables } from '../application/histories';
import { auditProblem } from './audit.messages';
import { PAGE_POLICY } from './pages/layout';
import { startPage } from './pages/start.page';
import { timelinePage } from './pages/timeline.page';
import { REPLAYABLES } from './tokens';

const asset = (name: string): string => readFileSync(join(__dirname, 'pages', name), 'utf8');
const SCRIPT = asset('timeline.js');
const STYLE = asset('style.css');
const HTML = 'text/html; charset=utf-8';

/** Kinds of histories as the pages call them. */
const TITLES: Readonly<Record<string, string>> = { cases: '案件', fines: '罚款', disclosures: '公示' };

/** The auditor's pages (审计网页). */
@ApiExcludeController()
@Controller('audit')
export class AuditPagesController {
  constructor(@Inject(REPLAYABLES) private readonly replayables: Replayables) {}

  @Get()
  @Operation('audit.startPage')
  @Header('Content-Type', HTML)
  @Header('Content-Security-Policy', PAGE_POLICY)
  start(): string {
    return startPage(Object.keys(this.replayables).map((kind) => [kind, titleOf(kind)]));
  }

  @Get(':kind/:id.html')
  @Operation('audit.timelinePage')
  @Header('Content-Type', HTML)
  @Header('Content-Security-Policy', PAGE_POLICY)
  timeline(@Param('kind') kind: string): string {
    if (!Object.hasOwn(this.replayables, kind)) throw auditProblem('history.unknown-kind');
    return timelinePage(titleOf(kind));
  }

  @Get('timeline.js')
  @Operation('audit.script')
  @Header('Content-Type', 'text/javascript; charset=utf-8')
  @Header('Cache-Control', 'no-cache')
  script(): string {
    return SCRIPT;
  }

  @Get('style.css')
  @Operation('audit.style')
  @Header('Content-Type', 'text/css; charset=utf-8')
  @Header('Cache-Control', 'no-cache')
  style(): string {
    return STYLE;
  }
}

const titleOf = (kind: string): string => (Object.hasOwn(TITLES, kind) ? TITLES[kind] : undefined) ?? kind;
