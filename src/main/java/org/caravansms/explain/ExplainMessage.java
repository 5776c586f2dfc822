package org.caravansms.explain;

import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.function.UnaryOperator;
import org.caravansms.api.Report;
import org.caravansms.api.User;
import org.caravansms.message.Destination;
import org.caravansms.message.RejectedMessageException;
import org.caravansms.message.SmsMessage;
import org.caravansms.smpp.SplitMessage;
import org.caravansms.smpp.SubmitPart;
import org.caravansms.smsc.Provider;

/**
 * Says of a message that was checked as each is what would become of it. The parts are
 * those of the provider that would send it now.
 *
 * @param usual the queue of a message that no rule sends elsewhere
 * @param normalise makes a recipient's local number international, or leaves it as it is
 * @param waiting how many messages are on a queue
 * @param refusal why nothing is accepted now, for a user; a user without a request is null
 */
public record ExplainMessage(
        String usual,
        UnaryOperator<String> normalise,
        Outlook outlook,
        ToLongFunction<String> waiting,
        Refusals refusal) {

    /** Why nothing is accepted at present, though a message is right. */
    public interface Refusals extends Function<User, Optional<RejectedMessageException>> {}

    private static final int MESSAGE_PAYLOAD = 0x0424;

    /**
     * @param report of a message that was checked and not queued
     * @param changes of the policy, the new value of each key; null for none
     */
    Map<String, Object> explain(Report report, Map<String, Object> changes, User user) {
        Map<String, Object> explained = new LinkedHashMap<>();
        User sender = report.request().sender(user);
        Optional<RejectedMessageException> now = report.isAccepted() ? refusal.apply(sender) : Optional.empty();
        explained.put("accepted", report.isAccepted() && now.isEmpty());
        if (!report.isAccepted()) {
            putRefusal(report.statusCode(), report.statusMessage(), explained);
        }
        now.ifPresent(why -> putRefusal(why.fault().code(), why.getMessage(), explained));
        explained.put("to", report.recipient());
        explained.put("from", report.originator());
        explained.put("type", report.type());
        if (changes != null && !changes.isEmpty()) {
            explained.put("policy", changes);
        }
        if (report.isAccepted()) {
            explained.put("encoding", report.segments().encoding());
            putRoute(report.message(), explained);
        }
        return explained;
    }

    private static void putRefusal(int code, String text, Map<String, Object> to) {
        to.put("code", code);
        to.put("text", text);
    }

    private void putRoute(SmsMessage message, Map<String, Object> to) {
        Destination destination = Objects.requireNonNullElse(message.routing().destination(), Destination.USUAL);
        String queue = Objects.requireNonNullElse(destination.queue(), usual);
        Integer asked = message.options().priority();
        int priority = asked == null ? destination.priority() : asked;
        to.put(
                "rule",
                message.routing().rule().isEmpty() ? null : message.routing().rule());
        to.put("queue", queue);
        to.put("priority", priority);
        if (message.routing().copyTo() != null) {
            to.put("copy", message.routing().copyTo().queue());
        }
        if (!message.options().tags().isEmpty()) {
            to.put("tags", message.options().tags());
        }
        Map<String, Object> soon =
                outlook.of(queue, waiting.applyAsLong(queue), message.options().sendAt());
        List<Provider> readers = outlook.readers(queue);
        if (!readers.isEmpty()) {
            putParts(message, readers.get(0), to);
        }
        to.putAll(soon);
    }

    private void putParts(SmsMessage message, Provider provider, Map<String, Object> to) {
        to.put("provider", provider.name());
        try {
            List<SubmitPart> parts = new SplitMessage(provider.profile(), normalise, SplitMessage.MOST_PARTS)
                    .encode(message)
                    .parts(0, 0);
            to.put("destination", destination(parts.get(0)));
            to.put("parts", parts.stream().map(ExplainMessage::part).toList());
        } catch (RejectedMessageException e) {
            to.put("fault", "the provider " + provider.name() + " cannot send it: " + e.getMessage());
        }
    }

    private static Map<String, Object> destination(SubmitPart part) {
        Map<String, Object> address = new LinkedHashMap<>();
        address.put("digits", part.destination().digits());
        address.put("ton", part.destination().ton());
        address.put("npi", part.destination().npi());
        return address;
    }

    /** Octets that are in message_payload are those of that parameter, SMPP 3.4 section 5.3.2.32. */
    private static Map<String, Object> part(SubmitPart part) {
        byte[] octets = part.shortMessage().length > 0
                ? part.shortMessage()
                : part.tlvs().getOrDefault(MESSAGE_PAYLOAD, part.shortMessage());
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("octets", octets.length);
        described.put("hex", HexFormat.of().formatHex(octets));
        described.put("dataCoding", Byte.toUnsignedInt(part.dataCoding()));
        described.put("esmClass", Byte.toUnsignedInt(part.esmClass()));
        return described;
    }
}
