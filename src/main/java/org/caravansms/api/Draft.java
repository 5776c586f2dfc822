package org.caravansms.api;

/**
 * One message as the client asked for it, not checked yet; missing parameters are null.
 *
 * @param suffix what follows the names of its parameters and of its report: its index, or nothing for a single message
 * @param recipient one number
 * @param text the message's data
 * @param type the message type
 * @param originator the sender
 * @param provider the SMSC connection asked for
 */
public record Draft(String suffix, String recipient, String text, String type, String originator, String provider) {

    boolean isSingle() {
        return suffix.isEmpty();
    }

    @Override
    public String toString() {
        return "Draft[" + suffix + "]";
    }
}
