package io.twinwright.workbench.live;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.jface.resource.LocalResourceManager;
import org.eclipse.jface.resource.ResourceLocator;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.layout.GridData;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.ToolBar;
import org.eclipse.swt.widgets.ToolItem;

/** How much is being recorded, and below it what ended a recording, until that is dismissed. Not there without either. */
final class RecordingBar {
	private final Composite bar;
	private final Label text;
	private final ToolBar buttons;

	RecordingBar(Composite parent) {
		bar = new Composite(parent, SWT.NONE);
		GridLayoutFactory.swtDefaults().numColumns(2).margins(4, 2).applyTo(bar);
		GridDataFactory.fillDefaults().grab(true, false).exclude(true).applyTo(bar);
		bar.setVisible(false);
		text = new Label(bar, SWT.WRAP);
		text.setForeground(JFaceResources.getColorRegistry().get("io.twinwright.workbench.live.critical"));
		GridDataFactory.fillDefaults().grab(true, false).align(SWT.FILL, SWT.CENTER).applyTo(text);
		buttons = new ToolBar(bar, SWT.FLAT);
		ToolItem dismiss = new ToolItem(buttons, SWT.PUSH);
		dismiss.setToolTipText(Messages.dismiss);
		var images = new LocalResourceManager(JFaceResources.getResources(), buttons);
		ResourceLocator.imageDescriptorFromBundle("io.twinwright.workbench", "icons/clear.svg").map(images::create).ifPresent(dismiss::setImage);
		dismiss.addListener(SWT.Selection, event -> LiveSessions.all().forEach(session -> session.say(null)));
	}

	/** Shows how it stands. */
	void refresh() {
		List<PlantSession> all = LiveSessions.all();
		List<String> lines = new ArrayList<>();
		String going = LiveSessions.recording().stream().flatMap(session -> session.recording().stream())
				.map(one -> NLS.bind(Messages.recording, one.file().getFileName(), one.bytes() / 1000)).collect(Collectors.joining("   "));
		if (!going.isEmpty()) {
			lines.add(going);
		}
		List<String> notices = all.stream().map(PlantSession::notice).filter(Objects::nonNull).toList();
		lines.addAll(notices);
		String shown = String.join("\n", lines);
		if (!shown.equals(text.getText()) || buttons.getVisible() == notices.isEmpty()) {
			text.setText(shown);
			buttons.setVisible(!notices.isEmpty());
			((GridData) bar.getLayoutData()).exclude = lines.isEmpty();
			bar.setVisible(!lines.isEmpty());
			bar.getParent().layout(true, true);
		}
	}
}
