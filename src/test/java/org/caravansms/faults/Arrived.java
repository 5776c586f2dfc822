package org.caravansms.faults;

/** A message that the SMSC took, answered with ESME_ROK. */
record Arrived(String recipient, String text) {

    String number() {
        return text.split(" ", 2)[0];
    }

    /** SMPP says by the type of number what the plus says in HTTP. */
    boolean equalsText(SentMessage sent) {
        return text.equals(sent.text()) && recipient.equals(sent.recipient().replace("+", ""));
    }
}
