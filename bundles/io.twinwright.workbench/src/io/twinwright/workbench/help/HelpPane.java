package io.twinwright.workbench.help;

import io.twinwright.workbench.editor.PageView;
import io.twinwright.workbench.language.UserLanguage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.viewers.ITreeContentProvider;
import org.eclipse.jface.viewers.LabelProvider;
import org.eclipse.jface.viewers.StructuredSelection;
import org.eclipse.jface.viewers.TreeViewer;
import org.eclipse.jface.viewers.Viewer;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.services.IServiceLocator;

/** The help to read: a search field and the contents, and a page. For the thread of the user interface. */
final class HelpPane extends Composite {
	/** The width from which on the page stands beside the contents, not below them. */
	private static final int WIDE = 640;

	private final Display display;
	private final CompletableFuture<HelpBook> book;
	private final Text search;
	private final TreeViewer contents;
	private final PageView page;
	/** The pages that were shown, and the place of the one that is. */
	private final List<Topic> history = new ArrayList<>();
	private int at = -1;
	private Runnable onChange = () -> { };

	HelpPane(Composite parent, IServiceLocator services) {
		super(parent, SWT.NONE);
		setLayout(new FillLayout());
		display = parent.getDisplay();
		Topic commands = CommandsPage.of(services);
		book = CompletableFuture.supplyAsync(() -> new HelpBook(UserLanguage.locale(), commands));
		book.exceptionally(failure -> {
			ILog.of(HelpPane.class).error("The help could not be read.", failure);
			return null;
		});
		SashForm halves = new SashForm(this, SWT.HORIZONTAL);
		Composite left = new Composite(halves, SWT.NONE);
		GridLayoutFactory.fillDefaults().applyTo(left);
		search = new Text(left, SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
		search.setMessage(Messages.search);
		search.addListener(SWT.Modify, event -> find());
		search.addListener(SWT.DefaultSelection, event -> showFirst());
		GridDataFactory.fillDefaults().grab(true, false).applyTo(search);
		contents = new TreeViewer(left, SWT.V_SCROLL | SWT.H_SCROLL);
		contents.setContentProvider(new Contents());
		contents.setLabelProvider(LabelProvider.createTextProvider(topic -> ((Topic) topic).title()));
		contents.addSelectionChangedListener(event -> {
			if (event.getStructuredSelection().getFirstElement() instanceof Topic topic) {
				show(topic);
			}
		});
		contents.addDoubleClickListener(event -> {
			Object topic = contents.getStructuredSelection().getFirstElement();
			contents.setExpandedState(topic, !contents.getExpandedState(topic));
		});
		GridDataFactory.fillDefaults().grab(true, true).applyTo(contents.getControl());
		Composite right = new Composite(halves, SWT.NONE);
		right.setLayout(new FillLayout());
		page = new PageView(right, SWT.NONE, this::open);
		halves.setWeights(32, 68);
		halves.addListener(SWT.Resize, event -> halves.setOrientation(halves.getSize().x < WIDE ? SWT.VERTICAL : SWT.HORIZONTAL));
		later(() -> contents.setInput(book.join().chapters()));
	}

	/** @param listener is told whenever another page is shown */
	void onChange(Runnable listener) {
		onChange = listener;
	}

	/** Shows the page of a name, when the pages are there. */
	void open(String id) {
		later(() -> book.join().topic(id).ifPresent(topic -> {
			search.setText("");
			show(topic);
		}));
	}

	/** Looks for words, or lets the user enter some. */
	void search(String words) {
		later(() -> {
			search.setText(words);
			search.setFocus();
		});
	}

	/** @return the name of the page that is shown, empty if there is none yet */
	String shown() {
		return at < 0 ? "" : history.get(at).id();
	}

	boolean canGo(int steps) {
		return at + steps >= 0 && at + steps < history.size();
	}

	/** Goes back or forward in what was shown. */
	void go(int steps) {
		if (canGo(steps)) {
			at += steps;
			draw();
		}
	}

	@Override
	public boolean setFocus() {
		return page.control().setFocus();
	}

	private void show(Topic topic) {
		if (at < 0 || !history.get(at).equals(topic)) {
			history.subList(at + 1, history.size()).clear();
			history.add(topic);
			at++;
			draw();
		}
	}

	private void draw() {
		Topic topic = history.get(at);
		page.show(topic.text());
		if (!topic.equals(contents.getStructuredSelection().getFirstElement())) {
			contents.setSelection(new StructuredSelection(topic), true);
		}
		onChange.run();
	}

	private void find() {
		if (book.isDone()) {
			contents.setInput(search.getText().isBlank() ? book.join().chapters() : new Found(book.join().search(search.getText())));
			if (at >= 0 && search.getText().isBlank()) {
				contents.setSelection(new StructuredSelection(history.get(at)), true);
			}
		}
	}

	private void showFirst() {
		if (contents.getTree().getItemCount() > 0) {
			contents.setSelection(new StructuredSelection(contents.getTree().getItem(0).getData()), true);
		}
	}

	private void later(Runnable change) {
		book.thenRun(() -> display.asyncExec(() -> {
			if (!isDisposed()) {
				change.run();
			}
		}));
	}

	/** What a search found, in a list. */
	private record Found(List<Topic> topics) {
	}

	private static final class Contents implements ITreeContentProvider {
		private List<Topic> all = List.of();
		private boolean flat;

		@Override
		public void inputChanged(Viewer viewer, Object before, Object input) {
			flat = input instanceof Found;
			all = flat || input == null ? List.of() : Stream.of(getElements(input)).flatMap(topic -> ((Topic) topic).all()).toList();
		}

		@Override
		public Object[] getElements(Object input) {
			return (input instanceof Found found ? found.topics() : (List<?>) input).toArray();
		}

		@Override
		public Object[] getChildren(Object topic) {
			return flat ? new Object[0] : ((Topic) topic).topics().toArray();
		}

		@Override
		public boolean hasChildren(Object topic) {
			return !flat && !((Topic) topic).topics().isEmpty();
		}

		@Override
		public Object getParent(Object topic) {
			return all.stream().filter(parent -> parent.topics().contains(topic)).findFirst().orElse(null);
		}
	}
}
