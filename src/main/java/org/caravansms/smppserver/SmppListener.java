package org.caravansms.smppserver;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.NioEventLoopGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.LengthFieldBasedFrameDecoder;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;

/** The ports that clients connect to, plain and over TLS. Two threads serve all of them, and neither ever waits. */
final class SmppListener {

    private static final int THREADS = 2;
    private static final int BACKLOG = 512;
    /** The longest field, a message_payload, has 64 KiB: no PDU has twice that. */
    private static final int LONGEST = 128 * 1024;

    /** A client that has not read so many octets of answers is not read from, either. */
    private static final WriteBufferWaterMark UNREAD = new WriteBufferWaterMark(32 * 1024, 128 * 1024);

    private static final int MOST_FLUSHES = 64;
    private static final long UNBIND_MILLIS = 2000;

    private final SmppServerEndpoint endpoint;
    private final SubmitBatches batches;
    private final ClientCommands commands;
    private final ExecutorService logins;
    private final BoundClients clients;
    private final List<Channel> ports = new ArrayList<>();
    private EventLoopGroup loops;

    SmppListener(SmppServerEndpoint endpoint, SubmitBatches batches, ClientCommands commands, ExecutorService logins) {
        this.endpoint = endpoint;
        this.batches = batches;
        this.commands = commands;
        this.logins = logins;
        this.clients = endpoint.getClients();
    }

    /** @throws IllegalStateException naming the setting and the address when nothing can listen there */
    void start() throws GeneralSecurityException, IOException {
        loops = new NioEventLoopGroup(THREADS, new DefaultThreadFactory("smpp-server", true));
        if (endpoint.isPlain()) {
            listen("sms.smpp-server.port", endpoint.getPort(), null);
        }
        if (endpoint.isTls()) {
            SSLContext context = endpoint.getSslContextParameters().createSSLContext(endpoint.getCamelContext());
            listen("sms.smpp-server.tls-port", endpoint.getTlsPort(), context);
        }
        loops.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    private void look() {
        clients.endLateDeliveries();
        clients.unbindChanged(endpoint.getLogins()::isCurrent);
    }

    /** @param tls null for a plain port */
    private void listen(String setting, int port, SSLContext tls) {
        try {
            ports.add(new ServerBootstrap()
                    .group(loops)
                    .channel(NioServerSocketChannel.class)
                    .option(ChannelOption.SO_BACKLOG, BACKLOG)
                    .childOption(ChannelOption.TCP_NODELAY, true)
                    .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, UNREAD)
                    .childHandler(handler(tls))
                    .bind(endpoint.getHost(), port)
                    .sync()
                    .channel());
        } catch (Exception e) {
            loops.shutdownGracefully(0, 0, TimeUnit.SECONDS);
            throw new IllegalStateException("Setting " + setting + ": nothing can listen to " + endpoint.getHost() + ":"
                    + port + " (" + e.getMessage() + ")");
        }
    }

    private ChannelInitializer<SocketChannel> handler(SSLContext tls) {
        return new ChannelInitializer<>() {
            @Override
            protected void initChannel(SocketChannel channel) {
                open(channel, tls);
            }
        };
    }

    private void open(SocketChannel channel, SSLContext tls) {
        if (!clients.open(channel, endpoint.getMaxConnections())) {
            channel.close();
            return;
        }
        if (tls != null) {
            channel.pipeline().addLast(tls(tls));
        }
        ClientSession session = new ClientSession(channel, clients, endpoint.getResponseTimeout());
        channel.pipeline()
                // PDUs that are written one after the other leave together
                .addLast(new FlushConsolidationHandler(MOST_FLUSHES, true))
                .addLast(new LengthFieldBasedFrameDecoder(LONGEST, 0, Integer.BYTES, -Integer.BYTES, 0))
                // behind the frames: half a PDU is silence
                .addLast(new IdleStateHandler(endpoint.getEnquireLink(), 0, 0, TimeUnit.MILLISECONDS))
                .addLast(new ClientPdus(
                        session,
                        new ClientBind(session, clients, endpoint.getLogins(), logins),
                        batches::add,
                        commands::add,
                        endpoint.getBindTimeout()));
    }

    private SslHandler tls(SSLContext tls) {
        SSLEngine engine = tls.createSSLEngine();
        engine.setUseClientMode(false);
        SslHandler handler = new SslHandler(engine);
        handler.setHandshakeTimeoutMillis(endpoint.getBindTimeout());
        return handler;
    }

    /** No more clients, and no more requests of those there are. */
    void refuse() {
        ports.forEach(port -> port.close().syncUninterruptibly());
        clients.refuse();
    }

    void stop() throws InterruptedException {
        clients.unbindAll();
        clients.awaitEnd(UNBIND_MILLIS);
        loops.shutdownGracefully(0, UNBIND_MILLIS, TimeUnit.MILLISECONDS).syncUninterruptibly();
    }
}
