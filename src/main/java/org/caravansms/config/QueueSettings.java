package org.caravansms.config;

/** The names {@code sms.queue.*} that beans need; the routes name the others themselves. */
public record QueueSettings(
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
