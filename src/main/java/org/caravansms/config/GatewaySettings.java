package org.caravansms.config;

/**
 * The settings {@code sms.*}, but for the blocks of providers and webhooks. Each component is named as its setting is;
 * {@code config/application.properties} says what they mean.
 */
public record GatewaySettings(
        String dataDir,
        HttpSettings http,
        HttpsSettings https,
        ApiSettings api,
        QueueSettings queue,
        ClientIdSettings clientIds,
        ReceiptSettings receipts,
        InboundSettings inbound,
        CallbackSettings callback,
        StoreSettings store,
        EventSettings events,
        RoutingSettings routing,
        DispatchSettings dispatch,
        NodeSettings node,
        SimulatorSettings simulator) {}
