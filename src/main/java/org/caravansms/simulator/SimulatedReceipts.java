package org.caravansms.simulator;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/**
 * The receipts that a {@link Simulator} sends for the submit_sm it accepted, how these and inbound messages are sent,
 * and the options of both on the command line. By default there is one where registered_delivery asks for it: DELIVRD,
 * in the standard's form, after 100 milliseconds.
 */
@Command(optionListHeading = "%nReceipts, for accepted submit_sm whose registered_delivery asks for one:%n")
final class SimulatedReceipts {
    private static final String SHAPES =
            "how they look, several taken in turn: standard,tlvs or all; no-counts, seconds,"
                    + " long-dates, capital-text, letters, four-digits, failed, tlvs, text-and-tlvs, data-sm, payload, no-bit;"
                    + " with another one before the last: enroute, buffred, acked, acceptd, notification *";

    /** For any registered_delivery (SMPP 3.4 issue 1.2, section 5.2.17). */
    @Option(names = "--receipts-always", description = "whether it asks or not")
    boolean always;

    @Option(
            names = "--receipts-delay",
            paramLabel = "MIX",
            description = "milliseconds from the response to the receipt (100)")
    Latency delay = Latency.ofMillis(100);

    /** The first rule that fits decides, DELIVRD where none does. */
    @Option(
            names = "--receipts-state",
            paramLabel = "STATE[:WHICH]",
            converter = State.class,
            description = "what they say: DELIVRD, or UNDELIV:5%%, EXPIRED:to=3620* ...; FAILED, BUFFRED and ACKED are"
                    + " known as well *")
    List<SubmitRule<ReceiptState>> states = new ArrayList<>();

    /** The first rule that fits decides, the standard's text where none does. */
    @Option(names = "--receipts-shape", paramLabel = "NAMES[:WHICH]", converter = Shapes.class, description = SHAPES)
    List<SubmitRule<List<ReceiptShape>>> shapes = new ArrayList<>();

    @Option(
            names = "--receipts-id",
            paramLabel = "FORM",
            description = "the message_id in response and receipt: same, hex-decimal, decimal-hex, zeros or capitals in"
                    + " the receipt")
    MessageIdFormat idForm = MessageIdFormat.SAME;

    /** 0 for none. */
    @Option(
            names = "--receipts-hold",
            paramLabel = "N",
            description = "the first N are gathered and then sent all at once")
    int hold;

    @Option(
            names = "--receipts-before",
            paramLabel = "WHICH",
            description = "the receipt leaves before the response, without a delay *")
    List<Condition> before = new ArrayList<>();

    @Option(
            names = "--receipts-elsewhere",
            paramLabel = "WHICH",
            description = "on another session of the same system_id, if there is one *")
    List<Condition> elsewhere = new ArrayList<>();

    @Option(names = "--receipts-twice", paramLabel = "WHICH", description = "two of each *")
    List<Condition> twice = new ArrayList<>();

    @Option(names = "--receipts-never", paramLabel = "WHICH", description = "none at all *")
    List<Condition> never = new ArrayList<>();

    @Option(
            names = "--deliver-window",
            paramLabel = "N",
            converter = NumberRange.FromZero.class,
            description = "how many deliver_sm of a session may be unanswered, 0 for any (1000)")
    int window = 1000;

    /** From an answer that is not ESME_ROK, or from the end of the session that left one unanswered. */
    @Option(
            names = "--deliver-rest-millis",
            paramLabel = "N",
            converter = NumberRange.FromZero.class,
            description = "rest before one is sent again that was not answered with ESME_ROK (1000)")
    int restMillis = 1000;

    private static final class State implements ITypeConverter<SubmitRule<ReceiptState>> {
        @Override
        public SubmitRule<ReceiptState> convert(String text) {
            return SubmitRule.parse(text, ReceiptState::parse);
        }
    }

    private static final class Shapes implements ITypeConverter<SubmitRule<List<ReceiptShape>>> {
        @Override
        public SubmitRule<List<ReceiptShape>> convert(String text) {
            return SubmitRule.parse(text, ReceiptShape::parse);
        }
    }
}
