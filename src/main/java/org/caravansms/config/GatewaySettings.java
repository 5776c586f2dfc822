package org.caravansms.config;

import java.time.Duration;

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
        ClientIdSettings clientIds,
        ReceiptSettings receipts,
        InboundSettings inbound,
        CallbackSettings callback,
        StoreSettings store,
        EventSettings events,
        RoutingSettings routing,
        DispatchSettings dispatch,
        NodeSettings node,
        SimulatorSettings simulator) {

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
            String inbound,
            String inboundRoutes) {}

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

    /** The settings {@code sms.node.*}. */
    public record NodeSettings(int number, int count) {}
}
