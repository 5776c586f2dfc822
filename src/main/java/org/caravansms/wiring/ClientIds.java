package org.caravansms.wiring;

import jakarta.jms.JMSException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.apache.camel.main.BaseMainSupport;
import org.caravansms.api.AcceptedIds;
import org.caravansms.api.ClaimIds;
import org.caravansms.broker.Broker;
import org.caravansms.config.Settings;
import org.caravansms.datadir.DataCheck;
import org.caravansms.jms.CommitInDoubtException;
import org.caravansms.queue.KeepIds;
import org.caravansms.queue.MessageForm;
import org.caravansms.queue.PendingIds;
import org.caravansms.smpp.CheckSubmittable;
import org.caravansms.smpp.SplitMessage;
import org.caravansms.store.KeptIds;

/** What makes a message that is sent twice under one name one message: it runs while the broker does. */
public final class ClientIds {

    private final Path file;
    private final Settings settings;
    private final MessageForm form;
    private final DataCheck check;
    private KeptIds kept;

    public ClientIds(Path file, Settings settings, DataCheck check) {
        this.file = file;
        this.settings = settings;
        this.check = check;
        this.form = new MessageForm(settings.text("sms.queue.client-ids"));
    }

    /** Before any client is heard: what the last run accepted is known again, and the routes find their beans. */
    void start(BaseMainSupport main) throws JMSException {
        kept = check.clientIds(file, synced -> new KeptIds(file, keep(), Clock.systemUTC(), synced));
        AcceptedIds accepted = new AcceptedIds(key -> kept.find(key).map(form::read));
        new PendingIds(Broker.connectionFactory(-1), settings.text("sms.queue.client-ids"), form).each(accepted::add);
        main.getCamelContext()
                .getRegistry()
                .bind(
                        "claimIds",
                        new ClaimIds(
                                accepted,
                                new CheckSubmittable(SplitMessage.MOST_PARTS),
                                CommitInDoubtException.class::isInstance));
        main.getCamelContext().getRegistry().bind("keepIds", new KeepIds(form, messages -> {
            kept.keep(messages);
            accepted.forget(messages.keySet());
        }));
    }

    private Duration keep() {
        return Duration.ofHours(settings.number("sms.client-ids.keep-hours"));
    }

    void stop() {
        if (kept != null) {
            kept.close();
        }
    }
}
