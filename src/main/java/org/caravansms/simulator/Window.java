package org.caravansms.simulator;

/** How many deliveries of a session may be unanswered. */
final class Window {
    private int room;

    Window(int room) {
        this.room = room;
    }

    /** How much room there is, as soon as there is some. */
    synchronized int awaitRoom() throws InterruptedException {
        while (room <= 0) {
            wait();
        }
        return room;
    }

    synchronized int room() {
        return Math.max(0, room);
    }

    /** More than there is room for may be taken: the next ones wait the longer. */
    synchronized void take(int count) {
        room -= count;
    }

    synchronized void giveBack(int count) {
        room += count;
        notifyAll();
    }
}
