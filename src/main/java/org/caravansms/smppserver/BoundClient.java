package org.caravansms.smppserver;

import java.time.Instant;

/**
 * A bind as an operator sees it.
 *
 * @param bind transmitter, receiver or transceiver
 * @param address the client's IP address and port
 * @param version of SMPP, as the client gave it
 * @param window how many of its requests wait for their answers
 * @param submits submit_sm a second, over the last ten
 * @param deliveries deliver_sm a second, over the last ten
 */
public record BoundClient(
        String user,
        String bind,
        String address,
        String version,
        Instant since,
        int window,
        int mostWindow,
        double submits,
        double deliveries) {}
