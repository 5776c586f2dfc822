package org.caravansms.api.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectableChannel;
import java.nio.channels.SocketChannel;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.caravansms.api.login.ClientNetwork;
import org.eclipse.jetty.io.SelectorManager;

/** Closes a connection whose client has too many, so that nobody takes all of them. Jetty's own limits are not per client. */
final class AddressLimit implements SelectorManager.AcceptListener {

    private final int most;
    private final Map<SelectableChannel, String> clients = new ConcurrentHashMap<>();

    AddressLimit(int most) {
        this.most = most;
    }

    @Override
    public void onAccepting(SelectableChannel channel) {
        try {
            InetSocketAddress client = (InetSocketAddress) ((SocketChannel) channel).getRemoteAddress();
            String network = ClientNetwork.of(client.getAddress());
            clients.put(channel, network);
            if (Collections.frequency(clients.values(), network) > most) {
                channel.close();
            }
        } catch (IOException e) {
            // the client has left, and the server closes its connection
        }
    }

    @Override
    public void onAcceptFailed(SelectableChannel channel, Throwable cause) {
        clients.remove(channel);
    }

    @Override
    public void onClosed(SelectableChannel channel) {
        clients.remove(channel);
    }
}
