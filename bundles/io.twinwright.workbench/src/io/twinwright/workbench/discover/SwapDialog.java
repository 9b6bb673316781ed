package io.twinwright.workbench.discover;

import io.twinwright.core.translation.Translation;
import io.twinwright.opcua.live.Shown;
import io.twinwright.opcua.swap.HotSwap;
import io.twinwright.opcua.swap.SetPointChange;
import io.twinwright.opcua.swap.SwapListener;
import io.twinwright.opcua.swap.SwapOutcome;
import io.twinwright.opcua.swap.SwapStep;
import io.twinwright.workbench.live.LiveSession;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.IMessageProvider;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.jface.dialogs.TitleAreaDialog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;

/** Asks for the position that a machine is to take, and shows the steps as they are done or taken back. */
final class SwapDialog extends TitleAreaDialog {
	private static final int START = IDialogConstants.CLIENT_ID;
	private static final int WIDTH = 640;
	private static final int LINES = 5;
	private static final String INSIDE = "    ";

	private final Row.Found found;
	private final LiveSession session;
	private final Map<SwapStep, Label> states = new EnumMap<>(SwapStep.class);
	private final AtomicBoolean cancelled = new AtomicBoolean();
	private Combo position;
	/** What was told at the end, where it may be longer than the title has room for. */
	private Text left;
	private boolean running;

	SwapDialog(Shell parent, Row.Found found, LiveSession session) {
		super(parent);
		this.found = found;
		this.session = session;
		setHelpAvailable(false);
	}

	@Override
	protected void configureShell(Shell shell) {
		super.configureShell(shell);
		shell.setText(Messages.swap);
	}

	@Override
	protected boolean isResizable() {
		return true;
	}

	@Override
	protected Control createDialogArea(Composite parent) {
		Composite area = (Composite) super.createDialogArea(parent);
		setTitle(NLS.bind(Messages.swapTitle, found.machine().title(), session.project().getName()));
		setMessage(Messages.swapHelp);
		Composite fields = new Composite(area, SWT.NONE);
		GridLayoutFactory.swtDefaults().numColumns(2).margins(12, 12).spacing(16, 8).applyTo(fields);
		GridDataFactory.fillDefaults().grab(true, true).hint(WIDTH, SWT.DEFAULT).applyTo(fields);
		new Label(fields, SWT.NONE).setText(Messages.position);
		position = new Combo(fields, SWT.DROP_DOWN | SWT.READ_ONLY);
		List<String> free = found.fit().free();
		free.forEach(position::add);
		found.fit().places().stream().map(place -> place.position().path()).filter(path -> !free.contains(path)).forEach(position::add);
		position.select(0);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(position);
		for (SwapStep step : SwapStep.values()) {
			new Label(fields, SWT.NONE).setText(step.ordinal() + 1 + "  " + name(step));
			Label state = new Label(fields, SWT.WRAP);
			GridDataFactory.fillDefaults().grab(true, false).applyTo(state);
			states.put(step, state);
		}
		left = new Text(fields, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
		GridDataFactory.fillDefaults().grab(true, true).span(2, 1).hint(WIDTH, LINES * left.getLineHeight()).applyTo(left);
		left.setVisible(false);
		return area;
	}

	private static String name(SwapStep step) {
		return switch (step) {
			case FIT -> Messages.stepFit;
			case SAFE_STATE -> Messages.stepSafe;
			case REBIND -> Messages.stepRebind;
			case COME_UP -> Messages.stepComeUp;
			case RESUME -> Messages.stepResume;
		};
	}

	@Override
	protected void createButtonsForButtonBar(Composite parent) {
		createButton(parent, START, Messages.start, true).setEnabled(position.getItemCount() > 0);
		createButton(parent, IDialogConstants.CANCEL_ID, IDialogConstants.CANCEL_LABEL, false);
	}

	@Override
	protected void buttonPressed(int id) {
		if (id == START) {
			begin();
		} else {
			super.buttonPressed(id);
		}
	}

	/** While it runs, closing asks for its end, which takes the steps back. */
	@Override
	protected void cancelPressed() {
		if (running) {
			cancelled.set(true);
			setMessage(Messages.cancelling);
		} else {
			super.cancelPressed();
		}
	}

	@Override
	protected void handleShellCloseEvent() {
		cancelPressed();
	}

	private void begin() {
		running = true;
		cancelled.set(false);
		String at = position.getText();
		position.setEnabled(false);
		getButton(START).setEnabled(false);
		setErrorMessage(null);
		tell("");
		states.values().forEach(state -> state.setText(""));
		setMessage(NLS.bind(Messages.swapping, at));
		ProjectSwap plant = new ProjectSwap(found, at, session, this::ask, cancelled::get);
		Job job = Job.create(NLS.bind(Messages.swapping, at), monitor -> {
			AtomicReference<SwapOutcome> outcome = new AtomicReference<>();
			try {
				outcome.set(new HotSwap(found.machine(), found.server(), at, plant, new Shows(), HotSwap.PATIENCE).run());
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
			} finally {
				later(() -> end(outcome.get()));
			}
			return Status.OK_STATUS;
		});
		job.schedule();
	}

	/** Asks on the thread of the user interface, and waits on that of the swap. */
	private boolean ask(List<SetPointChange> safe, List<SetPointChange> resumed) {
		boolean[] agreed = new boolean[1];
		PlatformUI.getWorkbench().getDisplay().syncExec(() -> agreed[0] = MessageDialog.openQuestion(getShell(), Messages.swap, question(safe, resumed)));
		return agreed[0];
	}

	private String question(List<SetPointChange> safe, List<SetPointChange> resumed) {
		List<String> lines = new ArrayList<>();
		lines.add(safe.isEmpty() ? Messages.nothingSafe : Messages.confirmSafe);
		safe.forEach(change -> lines.add(INSIDE + NLS.bind(Messages.changes, new Object[] { change.point().path(), Shown.value(change.before()), Shown.value(change.after()),
				Shown.unit(change.point()) })));
		if (!resumed.isEmpty()) {
			lines.add(NLS.bind(Messages.confirmResumed, found.machine().title()));
			resumed.forEach(change -> lines.add(INSIDE + change.point().path() + " = " + Shown.value(change.after()) + " " + Shown.unit(change.point())));
		}
		lines.add(Messages.confirmPlant);
		return String.join("\n", lines);
	}

	private void end(SwapOutcome outcome) {
		running = false;
		switch (outcome) {
			case null -> setErrorMessage(Messages.brokenOff);
			case SwapOutcome.Swapped swapped -> setMessage(NLS.bind(Messages.swapped, found.machine().title(), position.getText()), IMessageProvider.INFORMATION);
			case SwapOutcome.RolledBack back -> {
				String sentence = Translation.here().of(back.sentence());
				states.forEach((step, state) -> {
					if (back.left().isEmpty() && step.compareTo(back.failed()) < 0 && step != SwapStep.FIT) {
						state.setText(Messages.takenBack);
					}
				});
				setErrorMessage(NLS.bind(Messages.notSwapped, found.machine().title(), position.getText()));
				tell(sentence + "\n" + (back.left().isEmpty() ? NLS.bind(Messages.asBefore, position.getText()) : Messages.notAsBefore + "\n"
						+ back.left().stream().map(Translation.here()::of).collect(Collectors.joining("\n"))));
				getButton(START).setEnabled(true);
				position.setEnabled(true);
			}
		}
		getButton(IDialogConstants.CANCEL_ID).setText(IDialogConstants.CLOSE_LABEL);
	}

	private void tell(String text) {
		left.setText(text);
		left.setVisible(!text.isEmpty());
	}

	private void later(Runnable task) {
		PlatformUI.getWorkbench().getDisplay().asyncExec(() -> {
			if (getShell() != null && !getShell().isDisposed()) {
				task.run();
			}
		});
	}

	/** Shows how it goes. */
	private final class Shows implements SwapListener {
		@Override
		public void begins(SwapStep step) {
			say(step, Messages.running);
		}

		@Override
		public void ends(SwapStep step, List<String> said) {
			say(step, said.isEmpty() ? Messages.done : Messages.done + ": " + said.stream().map(Translation.here()::of).collect(Collectors.joining(" ")));
		}

		@Override
		public void rollsBack(SwapStep failed, String sentence) {
			say(failed, Messages.failed);
		}

		private void say(SwapStep step, String text) {
			later(() -> {
				states.get(step).setText(text);
				states.get(step).requestLayout();
			});
		}
	}
}
