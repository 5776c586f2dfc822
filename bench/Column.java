package bench;

import java.util.Locale;

/** A figure of a run: its title and its decimals. A table has those that its runs measure, in this order. */
enum Column {
    ACCEPTED("accepted/s", 0),
    SENT("sent/s", 0),
    RECEIPTS("receipts/s", 0),
    CALLS("calls/s", 0),
    BEHIND("behind s", 1),
    IDEAL("ideal/s", 0),
    PARTS("parts/s", 0),
    REACHED("reached", 3),
    CPU("cpu ms/k", 1),
    CLIENT_CPU("client ms/k", 1),
    BUSY("busy %", 0),
    MESSAGES("messages", 0),
    ERRORS("errors", 0);

    final String title;
    private final int decimals;

    Column(String title, int decimals) {
        this.title = title;
        this.decimals = decimals;
    }

    String cell(double value) {
        return Double.isNaN(value) ? "-" : String.format(Locale.ROOT, "%." + decimals + "f", value);
    }
}
