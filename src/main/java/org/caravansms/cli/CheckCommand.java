package org.caravansms.cli;

import java.util.ArrayList;
import java.util.List;
import org.caravansms.check.Finding;
import org.caravansms.check.InstanceCheck;
import org.caravansms.operator.Reply;
import org.caravansms.operator.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code caravan check}: for before a start or a change, beside a running gateway or without one. */
@Command(
        name = "check",
        description = {
            "checks the settings, certificates, ports, disk and providers",
            "It binds to each provider and unbinds: where a provider allows one session, that may end the session of a"
                    + " running gateway. --no-bind only connects."
        })
final class CheckCommand extends CommandGroup {

    @Option(names = "--no-bind", description = "connects to the providers, and does not bind")
    private boolean noBind;

    @Override
    public Integer call() {
        List<Finding> findings = new InstanceCheck(Home.path(), Home.installation(), !noBind).findings();
        Table table = new Table("level", "subject", "text", "advice");
        List<String> lines = new ArrayList<>();
        findings.forEach(finding -> {
            table.add(finding.level().toString(), finding.subject(), finding.text(), finding.advice());
            lines.add(line(finding));
        });
        long wrong = count(findings, Finding.Level.WRONG);
        long warnings = count(findings, Finding.Level.WARNING);
        lines.add(wrong + " wrong, " + warnings + (warnings == 1 ? " warning" : " warnings"));
        return print(new Reply(wrong == 0 ? Reply.DONE : Reply.NOT_DONE, lines)
                .with("findings", table.rows())
                .with("wrong", wrong)
                .with("warnings", warnings));
    }

    private static String line(Finding finding) {
        String advice = finding.advice().isEmpty() ? "" : " -> " + finding.advice();
        return String.format("%-7s  %s: %s%s", finding.level(), finding.subject(), finding.text(), advice);
    }

    private static long count(List<Finding> findings, Finding.Level level) {
        return findings.stream().filter(finding -> finding.level() == level).count();
    }
}
