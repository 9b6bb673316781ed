package io.twinwright.workbench.live;

import io.twinwright.opcua.record.Replay;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.ToolBarManager;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Scale;

/** Steers a replay: play and pause, step, stop, how fast, and where it stands. */
final class ReplayBar {
	private static final int PARTS = 1000;
	private static final List<Double> SPEEDS = List.of(1.0, 10.0, 100.0, Replay.AT_ONCE);
	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());
	private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneId.systemDefault());
	private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneId.systemDefault());

	private final ReplaySession session;
	private final Replay replay;
	private final Composite bar;
	private final Action play;
	private final Combo speed;
	private final Scale place;
	private final Label time;
	private boolean held;

	ReplayBar(Composite parent, ReplaySession session) {
		this.session = session;
		this.replay = session.replay();
		bar = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().numColumns(5).margins(4, 2).applyTo(bar);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
		Label name = new Label(bar, SWT.NONE);
		name.setText(NLS.bind(Messages.replayOf, session.project().getName(), replay.file().getFileName()));
		ToolBarManager buttons = new ToolBarManager(SWT.FLAT);
		play = action(Messages.play, "play", action -> {
			if (replay.state() == Replay.State.PLAYING) {
				replay.pause();
			} else {
				replay.play();
			}
			refresh();
		});
		buttons.add(play);
		buttons.add(action(Messages.step, "step", action -> replay.step()));
		buttons.add(action(Messages.stopReplay, "stop", action -> DisconnectLive.disconnect(session.project())));
		buttons.createControl(bar);
		speed = new Combo(bar, SWT.READ_ONLY);
		speed.setToolTipText(Messages.speed);
		SPEEDS.forEach(times -> speed.add(times == Replay.AT_ONCE ? Messages.atOnce : NLS.bind(Messages.times, times.intValue())));
		speed.addListener(SWT.Selection, event -> replay.speed(SPEEDS.get(speed.getSelectionIndex())));
		place = new Scale(bar, SWT.HORIZONTAL);
		place.setMaximum(PARTS);
		place.setPageIncrement(PARTS / 20);
		place.setToolTipText(Messages.place);
		place.addListener(SWT.MouseDown, event -> held = true);
		place.addListener(SWT.MouseUp, event -> held = false);
		place.addListener(SWT.Selection, event -> replay.seek(at(place.getSelection())));
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(place);
		time = new Label(bar, SWT.NONE);
		GridDataFactory.swtDefaults().align(SWT.BEGINNING, SWT.CENTER).applyTo(time);
		refresh();
	}

	private static Action action(String text, String icon, Consumer<Action> work) {
		Action action = new Action(text) {
			@Override
			public void run() {
				work.accept(this);
			}
		};
		show(action, text, icon);
		return action;
	}

	private static void show(Action action, String text, String icon) {
		action.setText(text);
		action.setToolTipText(text);
		action.setImageDescriptor(ResourceLocator.imageDescriptorFromBundle("io.twinwright.workbench", "icons/" + icon + ".svg").orElse(null));
	}

	private Instant at(int part) {
		return replay.first().plus(Duration.between(replay.first(), replay.last()).multipliedBy(part).dividedBy(PARTS));
	}

	/** Shows how the replay stands. */
	void refresh() {
		boolean playing = replay.state() == Replay.State.PLAYING;
		String wanted = playing ? Messages.pauseReplay : Messages.play;
		if (!wanted.equals(play.getText()) || play.getImageDescriptor() == null) {
			show(play, wanted, playing ? "pause" : "play");
		}
		int chosen = SPEEDS.indexOf(replay.speed());
		if (chosen != speed.getSelectionIndex()) {
			speed.select(chosen);
		}
		long whole = Duration.between(replay.first(), replay.last()).toMillis();
		int part = whole <= 0 ? 0 : (int) (PARTS * Duration.between(replay.first(), replay.position()).toMillis() / whole);
		if (!held && part != place.getSelection()) {
			place.setSelection(part);
		}
		List<String> remarks = session.remarks();
		boolean oneDay = DAY.format(replay.first()).equals(DAY.format(replay.last()));
		String text = TIME.format(replay.position()) + " / " + (oneDay ? CLOCK : TIME).format(replay.last())
				+ (remarks.isEmpty() ? "" : "   " + NLS.bind(Messages.leftOut, remarks.size()));
		if (!text.equals(time.getText())) {
			time.setText(text);
			time.setToolTipText(String.join("\n", remarks));
			bar.layout();
		}
	}

	void dispose() {
		bar.dispose();
	}
}
