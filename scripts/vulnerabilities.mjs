// Which packages that the service runs with have vulnerabilities that are known, worst first; docs/security.md says until when
// each is mended. Asks the registry that npm is set up with. A closed network has none that answers: then it says so. Whatever
// it finds it reports and does not fail, since nobody's change has made it so.
import { execFile } from 'node:child_process';

const WORST_FIRST = ['critical', 'high', 'moderate', 'low', 'info'];

/** What npm prints; it exits with 1 when it has found something, too. */
function audited() {
  return new Promise((resolve) => {
    execFile('npm', ['audit', '--omit=dev', '--json'], { maxBuffer: 64e6 }, (_, stdout) => resolve(stdout));
  });
}

function parsed(text) {
  try {
    return JSON.parse(text).vulnerabilities;
  } catch {
    return undefined;
  }
}

const vulnerabilities = parsed(await audited());
if (!vulnerabilities) {
  console.log('not asked: no registry answers here; ask where one does / 此处没有可用的注册表，未能核对');
} else {
  const found = Object.values(vulnerabilities).sort(
    (a, b) => WORST_FIRST.indexOf(a.severity) - WORST_FIRST.indexOf(b.severity) || a.name.localeCompare(b.name),
  );
  for (const { name, severity, range, via } of found) {
    const why = via.map((one) => (typeof one === 'string' ? `by ${one}` : `${one.title} (${one.url})`)).join('; ');
    console.log(`${severity}  ${name} ${range}: ${why}`);
  }
  console.log(`${found.length} packages with known vulnerabilities / 有已知漏洞的软件包`);
}
