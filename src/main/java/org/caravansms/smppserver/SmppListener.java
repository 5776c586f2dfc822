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
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** The port that clients connect to. Two threads serve all of them, and neither ever waits. */
final class SmppListener extends ChannelInitializer<SocketChannel> {

    private static final int THREADS = 2;
    private static final int BACKLOG = 512;
    /** The longest field, a message_payload, has 64 KiB: no PDU has twice that. */
    private static final int LONGEST = 128 * 1024;

    /** A client that has not read so many octets of answers is not read from, either. */
    private static final WriteBufferWaterMark UNREAD = new WriteBufferWaterMark(32 * 1024, 128 * 1024);

    private static final long UNBIND_MILLIS = 2000;

    private final SmppServerEndpoint endpoint;
    private final SubmitBatches batches;
    private final ClientCommands commands;
    private final ExecutorService logins;
    private final BoundClients clients;
    private EventLoopGroup loops;
    private Channel port;

    SmppListener(SmppServerEndpoint endpoint, SubmitBatches batches, ClientCommands commands, ExecutorService logins) {
        this.endpoint = endpoint;
        this.batches = batches;
        this.commands = commands;
        this.logins = logins;
        this.clients = endpoint.getClients();
    }

    /** @throws IllegalStateException naming the address when nothing can listen there */
    void start() throws InterruptedException {
        loops = new NioEventLoopGroup(THREADS, new DefaultThreadFactory("smpp-server", true));
        try {
            port = new ServerBootstrap()
                    .group(loops)
                    .channel(NioServerSocketChannel.class)
                    .option(ChannelOption.SO_BACKLOG, BACKLOG)
                    .childOption(ChannelOption.TCP_NODELAY, true)
                    .childOption(ChannelOption.WRITE_BUFFER_WATER_MARK, UNREAD)
                    .childHandler(this)
                    .bind(endpoint.getHost(), endpoint.getPort())
                    .sync()
                    .channel();
        } catch (Exception e) {
            loops.shutdownGracefully(0, 0, TimeUnit.SECONDS);
            throw new IllegalStateException("Setting sms.smpp-server.port: nothing can listen to " + endpoint.getHost()
                    + ":" + endpoint.getPort() + " (" + e.getMessage() + ")");
        }
        loops.scheduleWithFixedDelay(
                () -> clients.unbindChanged(endpoint.getLogins()::isCurrent), 1, 1, TimeUnit.SECONDS);
    }

    @Override
    protected void initChannel(SocketChannel channel) {
        if (!clients.open(channel, endpoint.getMaxConnections())) {
            channel.close();
            return;
        }
        ClientSession session = new ClientSession(channel, clients, endpoint.getResponseTimeout());
        channel.pipeline()
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

    /** No more clients, and no more requests of those there are. */
    void refuse() {
        port.close().syncUninterruptibly();
        clients.refuse();
    }

    void stop() throws InterruptedException {
        clients.unbindAll();
        clients.awaitEnd(UNBIND_MILLIS);
        loops.shutdownGracefully(0, UNBIND_MILLIS, TimeUnit.MILLISECONDS).syncUninterruptibly();
    }
}
