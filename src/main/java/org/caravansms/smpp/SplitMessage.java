package org.caravansms.smpp;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.caravansms.message.Fault;
import org.caravansms.message.MessageOptions;
import org.caravansms.message.RejectedMessageException;
import org.caravansms.message.Segments;
import org.caravansms.message.SmppField;
import org.caravansms.message.SmsMessage;
import org.caravansms.smpp.Profile.LongMessages;
import org.caravansms.smpp.Profile.ReceiptScope;

/**
 * Splits a message into the submit_sm that carry it, encoded and addressed as the provider's profile says, SMPP 3.4
 * section 4.4.1. The endpoint gets one at a time and decides nothing.
 */
public final class SplitMessage {

    /** As many as a handset can number, 3GPP TS 23.040 section 9.2.3.24.1. */
    public static final int MOST_PARTS = 255;

    private static final int UDHI = 0x40;

    private final Profile profile;
    private final UnaryOperator<String> normalise;
    private final Map<Integer, byte[]> tlvs;
    private final int mostParts;

    /**
     * @param profile the provider's
     * @param normalise makes a recipient's local number international, or leaves it as it is
     * @param mostParts the most parts allowed, 1 to 255
     */
    public SplitMessage(Profile profile, UnaryOperator<String> normalise, int mostParts) {
        this.profile = profile;
        this.normalise = normalise;
        this.tlvs = Tlvs.read(profile.tlvs());
        this.mostParts = mostParts;
    }

    /**
     * For the check of a message before its provider is known.
     *
     * @param mostParts the most parts allowed, 1 to 255
     */
    public static SplitMessage standard(int mostParts) {
        return new SplitMessage(Profile.STANDARD, UnaryOperator.identity(), mostParts);
    }

    /**
     * Encodes a message once, for its reference and its parts.
     *
     * @throws RejectedMessageException naming what cannot be submitted
     */
    public Encoded encode(SmsMessage message) {
        Payload payload = MessageTypes.payload(message, profile);
        return new Encoded(message, payload, cut(message, payload));
    }

    /** A message in the octets of its alphabet. */
    public final class Encoded {

        private final SmsMessage message;
        private final Payload payload;
        private final Parts cut;

        private Encoded(SmsMessage message, Payload payload, Parts cut) {
            this.message = message;
            this.payload = payload;
            this.cut = cut;
        }

        /** @return whether its parts have a use for a reference: it takes several submit_sm */
        public boolean needsReference() {
            return cut.count() > 1 && profile.longMessages() != LongMessages.PAYLOAD;
        }

        /**
         * @param reference the common reference of the parts, another one for each message to a number, 0 to 65,535
         * @param priority the priority_flag, 0 to 3
         * @return in their order, at least one
         * @throws RejectedMessageException naming what cannot be submitted
         */
        public List<SubmitPart> parts(int reference, int priority) {
            List<Parts.Part> parts = cut.get(reference);
            MessageOptions options = message.options();
            Map<Integer, byte[]> more = tlvs(options);
            Address source = Address.source(message, profile);
            Address destination = Address.destination(message, profile, normalise);
            List<SubmitPart> submits = new ArrayList<>(parts.size());
            for (Parts.Part part : parts) {
                submits.add(new SubmitPart(
                        submits.size() + 1,
                        parts.size(),
                        source,
                        destination,
                        options.serviceType().isEmpty() ? profile.serviceType() : options.serviceType(),
                        esmClass(message, part),
                        payload.protocolId(),
                        payload.dataCoding(),
                        (byte) priority,
                        options.validUntil(),
                        profile.validity(),
                        part.shortMessage(),
                        Tlvs.join(more, part.tlvs()),
                        asked(options, submits.size() + 1 == parts.size())));
            }
            return submits;
        }
    }

    /** One receipt for all parts is asked for with the last of them. */
    private Map<SmppField, Integer> asked(MessageOptions options, boolean isLast) {
        if (isLast || profile.receiptsPer() == ReceiptScope.PART) {
            return options.smpp();
        }
        Map<SmppField, Integer> asked = new EnumMap<>(SmppField.class);
        asked.putAll(options.smpp());
        asked.put(SmppField.REGISTERED_DELIVERY, ReceiptRequest.NONE.registeredDelivery());
        return asked;
    }

    /**
     * Checks a message when it is accepted, so that none is refused later.
     *
     * @throws RejectedMessageException naming the address, type, data or field that cannot be submitted
     */
    public Segments segments(SmsMessage message) {
        Address.source(message, profile);
        Address.destination(message, profile, normalise);
        Payload payload = MessageTypes.payload(message, profile);
        tlvs(message.options());
        return new Segments(cut(message, payload).count(), payload.alphabet().label());
    }

    private Parts cut(SmsMessage message, Payload payload) {
        Parts parts = new Parts(payload, profile.longMessages());
        if (parts.count() > mostParts) {
            throw new RejectedMessageException(
                    Fault.TEXT_TOO_LONG,
                    "messagedata takes " + parts.count() + " parts in "
                            + payload.alphabet().label() + "; a message has at most " + mostParts + ".");
        }
        if (parts.count() > 1 && message.options().smpp().getOrDefault(SmppField.REPLACE_IF_PRESENT_FLAG, 0) != 0) {
            throw new RejectedMessageException(
                    Fault.INVALID_PARAMETER,
                    "replace_if_present_flag is for a message of one part: each of the " + parts.count()
                            + " parts would replace the one before it.");
        }
        return parts;
    }

    /** The message's own go before the provider's. */
    private Map<Integer, byte[]> tlvs(MessageOptions options) {
        return Tlvs.join(tlvs, Tlvs.of(options));
    }

    private static byte esmClass(SmsMessage message, Parts.Part part) {
        int asked = message.options().smpp().getOrDefault(SmppField.ESM_CLASS, 0);
        return (byte) (part.hasHeader() ? asked | UDHI : asked);
    }
}
