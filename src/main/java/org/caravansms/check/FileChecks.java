package org.caravansms.check;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.caravansms.api.http.Certificate;
import org.caravansms.api.login.Users;
import org.caravansms.config.GatewaySettings.QueueSettings;
import org.caravansms.config.HttpSettings.HttpsSettings;
import org.caravansms.config.Settings;
import org.caravansms.routing.InboundRules;
import org.caravansms.routing.QueueNames;
import org.caravansms.routing.RoutingRules;

/**
 * Reads the files of an instance as a start of the gateway does.
 *
 * @param home the instance
 * @param settings right as a whole; the blocks of providers are checked with the providers
 */
record FileChecks(Path home, Settings settings) {

    private static final Duration SOON = Duration.ofDays(30);

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ok("settings", home.resolve("config/application.properties") + " can be used"));
        settings.warnings()
                .forEach(warning -> findings.add(
                        Finding.warning("settings", warning, "rename it: the old name goes with the next version")));
        QueueSettings queue = settings.typed().queue();
        QueueNames queues = new QueueNames(queue.outbound(), queue.notSent());
        findings.add(file("users", settings.typed().api().usersFile(), file -> Users.in(file)
                .all()
                .size()));
        findings.add(file("routing rules", settings.typed().routing().rulesFile(), file -> RoutingRules.in(file, queues)
                .count()));
        findings.add(file("inbound rules", settings.typed().inbound().rulesFile(), file -> InboundRules.in(file)
                .count()));
        if (settings.typed().https().enabled() || settings.typed().smppServer().tls()) {
            findings.add(certificate(settings.typed().https()));
        }
        return findings;
    }

    private Finding file(String subject, String name, Function<Path, Integer> read) {
        Path file = home.resolve(name);
        try {
            return Finding.ok(subject, read.apply(file) + " in " + file);
        } catch (IllegalArgumentException e) {
            return Finding.wrong(
                    subject, e.getMessage(), "correct that line: a running gateway goes on with those before");
        }
    }

    private Finding certificate(HttpsSettings https) {
        if (https.keyStore().isEmpty()) {
            return Finding.warning(
                    "certificate", "the gateway signs one itself, which no client knows", "set sms.https.key-store");
        }
        Path file = home.resolve(https.keyStore());
        try {
            Certificate certificate = Certificate.read(file, https.keyStoreType(), https.keyStorePassword());
            return certificate(file, certificate.end());
        } catch (IOException | GeneralSecurityException e) {
            return Finding.wrong(
                    "certificate",
                    file + " cannot be used: " + e.getMessage(),
                    "look at it, at sms.https.key-store-password and at sms.https.key-store-type");
        }
    }

    static Finding certificate(Path file, Instant end) {
        String text = file + " ends at " + end;
        if (end.isBefore(Instant.now())) {
            return Finding.wrong("certificate", text, "put a new one in its place and restart the gateway");
        }
        return end.isBefore(Instant.now().plus(SOON))
                ? Finding.warning("certificate", text, "have it renewed")
                : Finding.ok("certificate", text);
    }
}
