package org.caravansms.wiring;

import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.caravansms.api.login.Users;
import org.caravansms.config.GatewaySettings;
import org.caravansms.config.GatewaySettings.SimulatorSettings;
import org.caravansms.config.GatewaySettings.SmppServerSettings;
import org.caravansms.provider.Providers;
import org.caravansms.smsc.SmppLink;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logs the last lines of a start: versions, listeners, queue, store, providers and warnings. */
record StartUpLines(
        GatewaySettings settings,
        Supplier<Users> users,
        Providers providers,
        HttpListeners listeners,
        ClientConnections clients) {

    private static final Logger LOG = LoggerFactory.getLogger("caravan");
    private static final long BIND_MILLIS = 2000;

    void print(CamelContext context) {
        awaitBinds();
        LOG.info(
                "Caravan {}, Camel {}, Java {}",
                version(),
                context.getVersion(),
                Runtime.version().feature());
        listeners.print(LOG, context);
        clients.print(LOG);
        printSmppServer(settings.smppServer());
        LOG.info("Queue     embedded Artemis, journal in {}", settings.dataDir());
        LOG.info("Store     {}", store());
        providers.links().forEach(link -> LOG.info("Provider  {}", link));
        providers.wrong().forEach((name, reason) -> LOG.error("Provider  {} is not started: {}", name, reason));
        Set<String> samples = users.get().loopbackOnly();
        if (!samples.isEmpty()) {
            LOG.warn("Users     {} may log in from this machine only: sample logins, replace them", samples);
        }
        if (settings.simulator().enabled() && !providers.wrong().containsKey(SimulatorSettings.PROVIDER)) {
            LOG.warn(
                    "Sandbox   provider sandbox is the built-in SMSC simulator: its messages never leave this machine");
        }
    }

    private static void printSmppServer(SmppServerSettings smpp) {
        if (smpp.enabled()) {
            LOG.info("SMPP      programs bind to {}:{}", smpp.host(), smpp.port());
        }
        if (smpp.tls()) {
            LOG.info("SMPP      programs bind to {}:{} with TLS", smpp.host(), smpp.tlsPort());
        }
    }

    /** @return its URL without the parameters, which may have a password */
    private String store() {
        String url = settings.store().url().replaceAll("[;?].*", "");
        return url.isEmpty() ? "embedded SQLite, " + settings.dataDir() + "/store.db" : url;
    }

    private void awaitBinds() {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(BIND_MILLIS);
        while (!providers.links().stream().allMatch(SmppLink::isTried) && System.nanoTime() < end) {
            try {
                TimeUnit.MILLISECONDS.sleep(10);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static String version() {
        String version = StartUpLines.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }
}
