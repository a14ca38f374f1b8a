package org.qualityzones.system.suite;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** One port before the instances of a service: each connection goes to the next of them, as behind a Kubernetes service. */
public final class Door implements AutoCloseable {

    private final List<Integer> instances = new CopyOnWriteArrayList<>();
    private final AtomicInteger next = new AtomicInteger();
    private final FaultProxy proxy = FaultProxy.over(this::instance);

    public Door(int instance) {
        instances.add(instance);
    }

    public int port() {
        return proxy.port();
    }

    /** New connections go to this instance, too. */
    public void open(int instance) {
        instances.add(instance);
    }

    /** No new connection goes to this instance; those that it has stay. */
    public void shut(int instance) {
        instances.remove(Integer.valueOf(instance));
    }

    @Override
    public void close() {
        proxy.close();
    }

    private int instance() {
        List<Integer> now = List.copyOf(instances);
        return now.get(Math.floorMod(next.getAndIncrement(), now.size()));
    }
}
