package org.caravansms.wiring;

import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.MainListenerSupport;
import org.caravansms.broker.BrokerQueues;
import org.caravansms.config.GatewaySettings.QueueSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * After an upgrade: earlier versions put the PDUs of SMSCs on queues. Each of these queues that has messages is read by
 * a route {@code earlier-pdus-<queue>}, up to the next start.
 */
final class EarlierPdus extends MainListenerSupport {

    private static final Logger LOG = LoggerFactory.getLogger("caravan");
    private static final String TEMPLATE = "earlier-pdus";

    private final QueueSettings names;
    private final BrokerQueues queues;

    EarlierPdus(QueueSettings names, BrokerQueues queues) {
        this.names = names;
        this.queues = queues;
    }

    @Override
    public void afterStart(BaseMainSupport main) {
        Stream.of(names.receipts(), names.receiptsDead(), names.inbound(), names.inboundDead())
                .filter(queue -> queues.count(queue) > 0)
                .forEach(queue -> read(queue, main.getCamelContext()));
    }

    private void read(String queue, CamelContext context) {
        LOG.info(
                "Upgrade   {} has {} JMS messages of an earlier version, which are read now",
                queue,
                queues.count(queue));
        String id = TEMPLATE + "-" + queue;
        TemplatedRouteBuilder.builder(context, TEMPLATE)
                .routeId(id)
                .prefixId(id + "-")
                .parameter("queue", queue)
                .add();
    }
}
