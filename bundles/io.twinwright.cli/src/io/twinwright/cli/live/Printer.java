package io.twinwright.cli.live;

import io.twinwright.opcua.live.Drift;
import io.twinwright.opcua.live.WatchListener;
import java.util.List;

/** A form in which what happens on a plant is printed. Called on one thread. */
public interface Printer extends WatchListener {
	/** @param url the server that was compared with the model */
	void drift(String url, List<Drift> drifts);

	/** Nothing more comes. */
	void end();
}
