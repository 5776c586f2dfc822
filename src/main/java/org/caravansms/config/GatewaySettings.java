package org.caravansms.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Set;
import org.caravansms.config.HttpSettings.HttpsSettings;

/**
 * The settings {@code sms.*}, but for the blocks of providers and webhooks. Each component is named as its setting is;
 * {@code config/application.properties} says what they mean.
 */
public record GatewaySettings(
        String dataDir,
        HttpSettings http,
        HttpsSettings https,
        ApiSettings api,
        SendSettings send,
        QueueSettings queue,
        BrokerSettings broker,
        SmppServerSettings smppServer,
        ClientIdSettings clientIds,
        ReceiptSettings receipts,
        InboundSettings inbound,
        CallbackSettings callback,
        StoreSettings store,
        EventSettings events,
        RoutingSettings routing,
        DispatchSettings dispatch,
        LogSettings log,
        NodeSettings node,
        ObserveSettings observe,
        SimulatorSettings simulator,
        TracingSettings tracing) {

    /** The settings {@code sms.api.*}. */
    public record ApiSettings(String usersFile, String defaultOriginator, int maxParts) {}

    /** The settings {@code sms.send.*}. */
    public record SendSettings(String user) {}

    /** The names {@code sms.queue.*} that beans need; the routes name the others themselves. */
    public record QueueSettings(
            String submit,
            String submitDead,
            String outbound,
            String outboundDead,
            String outboundDoubt,
            String outboundExpired,
            String events,
            String store,
            String callbacksDue,
            String clientIds,
            String receipts,
            String receiptsDead,
            String inbound,
            String inboundDead,
            String inboundRoutes,
            String smppDue,
            String smppParts,
            String smppExpired,
            String smppDead,
            String cancelled) {

        /** @return the queues below the outbound one that are not sent */
        public Set<String> notSent() {
            return Set.of(outboundDead, outboundDoubt, outboundExpired);
        }
    }

    /** The settings {@code sms.smpp-server.*} that beans need; the route names the others itself. */
    public record SmppServerSettings(
            boolean enabled, String host, int port, boolean tls, int tlsPort, Duration keep, Duration reassemble) {}

    /** The settings {@code sms.client-ids.*}. */
    public record ClientIdSettings(Duration retention) {}

    /** The settings {@code sms.inbound.*}. */
    public record InboundSettings(
            String user, String rulesFile, Duration retryDelay, Duration retryMax, int attempts, Duration parts) {}

    /** The settings {@code sms.callback.*}. */
    public record CallbackSettings(
            String hosts,
            String ports,
            boolean privateNetworks,
            int connections,
            Duration timeout,
            Duration retryDelay,
            Duration retryMax,
            int attempts) {}

    /** The settings {@code sms.events.*}. */
    public record EventSettings(boolean attachMessages) {}

    /** The settings {@code sms.routing.*}. */
    public record RoutingSettings(String rulesFile, String defaultCountry) {}

    /** The settings {@code sms.dispatch.*}. */
    public record DispatchSettings(int attempts, Duration retryDelay, Duration delay) {}

    /** The settings {@code sms.log.*}. */
    public record LogSettings(String format) {

        /** @throws IllegalArgumentException naming the setting when there is no such format */
        public LogSettings {
            SettingFormat.require(format.matches("text|json"), "sms.log.format", format, "text or json");
        }
    }

    /** The settings {@code sms.node.*}. */
    public record NodeSettings(int number, int count) {}

    /** The settings {@code sms.observe.*}. */
    public record ObserveSettings(boolean enabled, String host, int port, int maxSeries) {}

    /** The settings {@code sms.receipts.*}. */
    public record ReceiptSettings(String timeZone, Duration unmatched) {

        /** @throws IllegalArgumentException naming the setting when it is no time zone */
        public ReceiptSettings {
            zone(timeZone);
        }

        public ZoneId zone() {
            return zone(timeZone);
        }

        private static ZoneId zone(String name) {
            try {
                return ZoneId.of(name);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException(
                        "Setting sms.receipts.time-zone is \"" + name + "\", not a time zone such as Europe/Budapest");
            }
        }
    }

    /** The settings {@code sms.store.*}. */
    public record StoreSettings(
            String url,
            String user,
            String password,
            Duration retention,
            Duration queryWait,
            Duration backpressure,
            Duration slowAcceptance) {

        /** @throws IllegalArgumentException naming the setting when the URL is of another database */
        public StoreSettings {
            if (!url.matches("(jdbc:(postgresql|sqlite):.*)?")) {
                throw new IllegalArgumentException("Setting sms.store.url is not empty and begins with neither"
                        + " jdbc:postgresql: nor jdbc:sqlite:, the databases that there are drivers for");
            }
        }

        /** Leaves the password, and what of the URL may have one, out. */
        @Override
        public String toString() {
            return "StoreSettings[" + url.replaceAll("[;?].*", "") + "]";
        }
    }

    /** The settings {@code sms.tracing.*}. */
    public record TracingSettings(boolean enabled, String endpoint, String samplingRatio, String serviceName) {

        /** @throws IllegalArgumentException naming the setting that is wrong */
        public TracingSettings {
            SettingFormat.require(
                    samplingRatio.matches("0(\\.[0-9]{1,9})?|1(\\.0{1,9})?"),
                    "sms.tracing.sampling-ratio",
                    samplingRatio,
                    "a number from 0 to 1, such as 0.01");
            SettingFormat.require(
                    endpoint.matches("https?://[^/ ]+(/[^ ]*)?"),
                    "sms.tracing.endpoint",
                    endpoint,
                    "a URL such as http://127.0.0.1:4318/v1/traces");
        }

        /** @return from 0 to 1 */
        public double ratio() {
            return Double.parseDouble(samplingRatio);
        }
    }

    /** The settings {@code sms.simulator.*}. */
    public record SimulatorSettings(boolean enabled, Duration latency) {

        /** The block at whose address the simulator listens; it ships, and has the settings that there are and their defaults. */
        public static final String PROVIDER = "sandbox";
    }
}
