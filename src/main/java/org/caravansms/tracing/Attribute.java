package org.caravansms.tracing;

import io.opentelemetry.api.common.AttributeKey;

/** The attributes of spans: OpenTelemetry's semantic conventions for HTTP and messaging, and Caravan's own. */
final class Attribute {

    static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
    static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
    static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");

    static final AttributeKey<String> SYSTEM = AttributeKey.stringKey("messaging.system");
    static final AttributeKey<String> DESTINATION = AttributeKey.stringKey("messaging.destination.name");
    static final AttributeKey<String> OPERATION = AttributeKey.stringKey("messaging.operation.name");
    static final AttributeKey<String> OPERATION_TYPE = AttributeKey.stringKey("messaging.operation.type");
    static final AttributeKey<String> MESSAGE_ID = AttributeKey.stringKey("messaging.message.id");
    static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");

    static final AttributeKey<String> USER = AttributeKey.stringKey("caravan.user");
    static final AttributeKey<String> BIND = AttributeKey.stringKey("caravan.bind");
    static final AttributeKey<Long> PART = AttributeKey.longKey("caravan.part");
    static final AttributeKey<String> STATE = AttributeKey.stringKey("caravan.state");

    /** {@link #SYSTEM} of the queues, as the conventions name Artemis's family. */
    static final String QUEUES = "activemq";

    /** {@link #SYSTEM} of an SMSC. */
    static final String SMPP = "smpp";

    private Attribute() {}
}
