package org.caravansms.wiring;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.caravansms.broker.Broker;
import org.caravansms.deadletter.DeadLetters;
import org.caravansms.deadletter.ResumeInDoubt;
import org.caravansms.message.LateAnswers;
import org.caravansms.operator.DeadLetterCommands;
import org.caravansms.operator.LogCommand;
import org.caravansms.operator.OperatorCommands;
import org.caravansms.operator.OperatorSocket;
import org.caravansms.operator.Reply;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The socket for the operator's commands, open while the routes run. A gateway without one runs nevertheless. */
final class OperatorAccess extends MainListenerSupport {

    private static final Logger LOG = LoggerFactory.getLogger("caravan");

    private final Path file;
    private OperatorSocket socket;

    /** @param keep how long something waits for an SMPP client */
    OperatorAccess(Main main, Path file, QueueBeans queues, Broker broker, LateAnswers late, Duration keep) {
        this.file = file;
        DeadLetters dead = deadLetters(queues.deadLetterQueues().dead(), queues, late, broker);
        DeadLetters inDoubt = deadLetters(queues.deadLetterQueues().doubt(), queues, late, broker);
        DeadLetters requests = deadLetters(queues.submitDead(), queues, late, broker);
        main.bind("resumeInDoubt", new ResumeInDoubt(inDoubt, broker.disk()::hasRoomToSettle));
        main.bind("operatorCommands", new OperatorCommands());
        main.bind("logCommand", new LogCommand());
        main.bind("deadCommand", new DeadLetterCommands("dead", "dead letter", "dead letters", dead));
        main.bind("doubtCommand", new DeadLetterCommands("doubt", "message in doubt", "messages in doubt", inDoubt));
        main.bind("requestsCommand", new DeadLetterCommands("requests", "request", "requests", requests));
        DeadLetters undelivered = DeadLetters.ofClients(
                Broker.connectionFactory(-1),
                queues.names().smppDead(),
                queues.names().smppDue(),
                keep,
                queues.messages(),
                broker.queues()::count);
        main.bind(
                "smppDeadCommand",
                new DeadLetterCommands("smpp-dead", "delivery to a client", "deliveries to clients", undelivered));
    }

    private static DeadLetters deadLetters(String queue, QueueBeans queues, LateAnswers late, Broker broker) {
        return new DeadLetters(
                Broker.connectionFactory(-1),
                queue,
                queues.deadLetterQueues(),
                queues.messages(),
                late,
                broker.queues()::count);
    }

    @Override
    public void afterStart(BaseMainSupport main) {
        ProducerTemplate routes = main.getCamelContext().createProducerTemplate();
        try {
            socket = new OperatorSocket(
                    file,
                    (line, progress) -> routes.requestBodyAndHeader(
                            "direct:operator", line, OperatorCommands.PROGRESS, progress, Reply.class));
            LOG.info(
                    "Operator  bin/caravan status, routes, trace, dead, doubt, requests, receipts, erase,"
                            + " and commands of your own: {}",
                    file);
        } catch (IOException | UnsupportedOperationException e) {
            LOG.warn(
                    "Operator  bin/caravan status, routes, trace, dead, doubt, requests, receipts and erase"
                            + " cannot ask this gateway at {}: {}",
                    file,
                    e.getMessage());
        }
    }

    @Override
    public void beforeStop(BaseMainSupport main) {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            LOG.warn("The operator's socket was not closed: {}", e.toString());
        }
    }
}
