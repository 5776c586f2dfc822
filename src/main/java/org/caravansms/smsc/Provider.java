package org.caravansms.smsc;

import java.util.List;
import org.caravansms.smpp.Alphabet;
import org.caravansms.smpp.CommandStatusTable;
import org.caravansms.smpp.Profile;
import org.caravansms.smpp.ReceiptRequest;

/**
 * A connection to an SMSC, as its block of settings describes it.
 *
 * @param name its name in the settings, in routes and in what clients ask for
 * @param login where and as whom
 * @param tls null for a connection in the clear
 * @param timers how patient it is
 * @param binds its sessions, side by side
 * @param window the submit_sm under way at a time on each of them
 * @param ratePerSecond the most submit_sm a second on all of them together, 0 for no limit
 * @param queues the queues that it drains
 * @param profile how its submit_sm look
 * @param doubtAttempts how many submit_sm of a message may be in doubt until it is held for a person
 * @param statuses what its refusals ask of us
 * @param receipts which receipts it is asked for
 * @param inboundAlphabet what data_coding 0 means of messages from handsets
 * @param smsc the SMSC behind it, by a name that providers share whose receipts are the same SMSC's; its own unless it says another
 */
public record Provider(
        String name,
        Login login,
        Tls tls,
        Timers timers,
        int binds,
        int window,
        int ratePerSecond,
        List<String> queues,
        Profile profile,
        int doubtAttempts,
        CommandStatusTable statuses,
        ReceiptRequest receipts,
        Alphabet inboundAlphabet,
        String smsc) {

    public Provider {
        queues = List.copyOf(queues);
    }
}
