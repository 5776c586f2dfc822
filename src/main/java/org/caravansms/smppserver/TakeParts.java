package org.caravansms.smppserver;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.Variable;
import org.caravansms.api.ApiException;
import org.caravansms.api.User;
import org.caravansms.message.ClientPart;
import org.caravansms.message.MessageIds;
import org.caravansms.smpp.PduType;
import org.caravansms.smpp.SmppPdu;
import org.caravansms.smpp.TextPart;
import org.caravansms.smpp.WriteSmppPdu;

/**
 * The steps of {@code take-parts}: finds the parts of long texts whose users have them joined, and answers them once they
 * are on disk. All else goes on.
 */
public final class TakeParts {

    /** On the exchange of a submit: its {@link User}, where parts are joined. */
    static final String REASSEMBLE = "SmppReassemble";

    private static final String PART = "SmppPart";

    /** Of a PDU. Many wait in memory, so larger ones, which no SMS can carry, do not wait. */
    private static final int MOST_OCTETS = 1_000;

    private final Consumer<User> limit;
    private final Clock clock;

    /** @param limit counts a part of a user, or throws an {@link ApiException} */
    public TakeParts(Consumer<User> limit, Clock clock) {
        this.limit = limit;
        this.clock = clock;
    }

    /** @param submits those that can be read */
    public List<ClientPart> of(@Body List<Exchange> submits) {
        return submits.stream().map(this::part).filter(Objects::nonNull).toList();
    }

    /** @return null when it is none, or is over the limit */
    private ClientPart part(Exchange submit) {
        User user = submit.getProperty(REASSEMBLE, User.class);
        SmppPdu pdu = submit.getProperty(SubmitBatches.REQUEST, SmppPdu.class);
        if (user == null || submit.getException() != null || !isPart(pdu)) {
            return null;
        }
        byte[] octets = WriteSmppPdu.octets(pdu);
        if (octets.length > MOST_OCTETS || !isWithinLimit(submit, user)) {
            return null;
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        ClientPart part = new ClientPart(user.name(), MessageIds.next(), now, octets);
        submit.setProperty(PART, part);
        return part;
    }

    private static boolean isPart(SmppPdu pdu) {
        return pdu.type() != PduType.SUBMIT_MULTI && TextPart.of(pdu) != null;
    }

    private boolean isWithinLimit(Exchange submit, User user) {
        try {
            limit.accept(user);
            return true;
        } catch (ApiException e) {
            submit.setException(e);
            return false;
        }
    }

    /**
     * After the commit.
     *
     * @return the submits that are no parts
     */
    public List<Exchange> others(@Variable("requests") List<Exchange> submits) {
        return submits.stream().filter(submit -> !isAnswered(submit)).toList();
    }

    private static boolean isAnswered(Exchange submit) {
        ClientPart part = submit.getProperty(PART, ClientPart.class);
        if (part != null) {
            AnswerSubmitSm.accept(submit, part.messageId());
        }
        return part != null;
    }
}
