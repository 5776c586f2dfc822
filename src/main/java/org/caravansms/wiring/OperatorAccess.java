package org.caravansms.wiring;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.main.BaseMainSupport;
import org.apache.camel.main.Main;
import org.apache.camel.main.MainListenerSupport;
import org.caravansms.broker.Broker;
import org.caravansms.config.Settings;
import org.caravansms.deadletter.KeptMessages;
import org.caravansms.deadletter.KeptQueues;
import org.caravansms.deadletter.ResumeInDoubt;
import org.caravansms.message.LateAnswers;
import org.caravansms.operator.KeptCommand;
import org.caravansms.operator.OperatorCommands;
import org.caravansms.operator.OperatorSocket;
import org.caravansms.operator.Reply;
import org.caravansms.queue.MessageForm;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the operator's commands come in: open while the routes run. A gateway that can have no socket runs without. */
public final class OperatorAccess extends MainListenerSupport {

    private static final Logger LOG = LoggerFactory.getLogger("caravan");

    private final Path file;
    private OperatorSocket socket;

    public OperatorAccess(Main main, Settings settings, Path file, Broker broker, LateAnswers late) {
        this.file = file;
        KeptQueues queues = new KeptQueues(
                settings.text("sms.queue.outbound"),
                settings.text("sms.queue.outbound-dead"),
                settings.text("sms.queue.outbound-doubt"),
                settings.text("sms.queue.events"));
        MessageForm form = new MessageForm(settings.text("sms.queue.client-ids"));
        KeptMessages inDoubt = kept(queues.doubt(), queues, form, late, broker);
        main.bind("resumeInDoubt", new ResumeInDoubt(inDoubt, broker.disk()::hasRoomToSettle));
        main.bind("operatorCommands", new OperatorCommands());
        main.bind(
                "deadLetters",
                new KeptCommand(
                        "dead", "dead letter", "dead letters", kept(queues.dead(), queues, form, late, broker)));
        main.bind("messagesInDoubt", new KeptCommand("doubt", "message in doubt", "messages in doubt", inDoubt));
    }

    private static KeptMessages kept(
            String queue, KeptQueues queues, MessageForm form, LateAnswers late, Broker broker) {
        return new KeptMessages(Broker.connectionFactory(-1), queue, queues, form, late, broker::count);
    }

    @Override
    public void afterStart(BaseMainSupport main) {
        ProducerTemplate routes = main.getCamelContext().createProducerTemplate();
        try {
            socket = new OperatorSocket(file, line -> routes.requestBody("direct:operator", line, Reply.class)
                    .text());
            LOG.info(
                    "Operator  bin/caravan status, trace, dead, doubt, receipts, erase, and commands of your own: {}",
                    file);
        } catch (IOException | UnsupportedOperationException e) {
            LOG.warn(
                    "Operator  bin/caravan status, trace, dead, doubt, receipts and erase cannot ask this gateway at {}: {}",
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
