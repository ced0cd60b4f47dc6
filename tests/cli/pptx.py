# SPDX-FileCopyrightText: The Patron contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What PowerPoint asks of a presentation before it opens it without offering
to repair it: ECMA-376, and where programs are known to be stricter. It knows
nothing of how Patron writes one."""

import io
import posixpath
import re
import zipfile
from xml.etree import ElementTree

A = '{http://schemas.openxmlformats.org/drawingml/2006/main}'
C = '{http://schemas.openxmlformats.org/drawingml/2006/chart}'
P = '{http://schemas.openxmlformats.org/presentationml/2006/main}'
R = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}'
RELATION = '{http://schemas.openxmlformats.org/package/2006/relationships}'
TYPES = '{http://schemas.openxmlformats.org/package/2006/content-types}'
OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
PREFIXES = {A: 'a', C: 'c', P: 'p'}

# The schemas have sequences: the children of each element in their order;
# those with a ! must be there.
TEXT = 'a:bodyPr! a:lstStyle a:p!'
FILL = 'a:noFill a:solidFill a:gradFill a:blipFill a:pattFill'
PARAGRAPH = 'a:lnSpc a:spcBef a:spcAft a:buNone a:buChar a:tabLst a:defRPr'
RUN = 'a:ln a:noFill a:solidFill a:effectLst a:latin a:ea a:cs a:hlinkClick'
LABEL = ('c:numFmt c:spPr c:txPr c:dLblPos c:showLegendKey c:showVal '
         'c:showCatName c:showSerName c:showPercent c:showBubbleSize '
         'c:separator')
AXIS = ('c:axId! c:scaling! c:delete c:axPos! c:majorGridlines '
        'c:minorGridlines c:title c:numFmt c:majorTickMark c:minorTickMark '
        'c:tickLblPos c:spPr c:txPr c:crossAx! c:crosses c:crossesAt ')
SERIES = 'c:idx! c:order! c:tx c:spPr '
ORDER = {
    'p:presentation': 'p:sldMasterIdLst p:notesMasterIdLst '
                      'p:handoutMasterIdLst p:sldIdLst p:sldSz p:notesSz!',
    'p:sld': 'p:cSld! p:clrMapOvr p:transition p:timing',
    'p:notes': 'p:cSld! p:clrMapOvr',
    'p:sldLayout': 'p:cSld! p:clrMapOvr',
    'p:sldMaster': 'p:cSld! p:clrMap! p:sldLayoutIdLst p:txStyles',
    'p:notesMaster': 'p:cSld! p:clrMap! p:notesStyle',
    'p:cSld': 'p:bg p:spTree!',
    'p:bgPr': f'{FILL} a:effectLst!',
    'p:sp': 'p:nvSpPr! p:spPr! p:style p:txBody',
    'p:nvSpPr': 'p:cNvPr! p:cNvSpPr! p:nvPr!',
    'p:pic': 'p:nvPicPr! p:blipFill! p:spPr!',
    'p:nvPicPr': 'p:cNvPr! p:cNvPicPr! p:nvPr!',
    'p:blipFill': 'a:blip a:srcRect a:stretch',
    'p:graphicFrame': 'p:nvGraphicFramePr! p:xfrm! a:graphic!',
    'p:nvGraphicFramePr': 'p:cNvPr! p:cNvGraphicFramePr! p:nvPr!',
    'p:cxnSp': 'p:nvCxnSpPr! p:spPr!',
    'p:nvCxnSpPr': 'p:cNvPr! p:cNvCxnSpPr! p:nvPr!',
    'p:spPr': f'a:xfrm a:prstGeom {FILL} a:ln a:effectLst',
    'p:xfrm': 'a:off! a:ext!', 'a:xfrm': 'a:off a:ext',
    'p:txBody': TEXT, 'a:txBody': TEXT, 'c:rich': TEXT, 'c:txPr': TEXT,
    'a:p': 'a:pPr a:r|a:br|a:fld a:endParaRPr',
    'a:pPr': PARAGRAPH, 'a:lvl1pPr': PARAGRAPH,
    'a:r': 'a:rPr a:t!', 'a:fld': 'a:rPr a:pPr a:t',
    'a:rPr': RUN, 'a:defRPr': RUN, 'a:endParaRPr': RUN,
    'a:ln': f'{FILL} a:prstDash a:round a:bevel a:miter',
    'a:tbl': 'a:tblPr a:tblGrid! a:tr', 'a:tc': 'a:txBody a:tcPr',
    'a:tcPr': f'a:lnL a:lnR a:lnT a:lnB {FILL}',
    'a:theme': 'a:themeElements! a:objectDefaults a:extraClrSchemeLst',
    'a:themeElements': 'a:clrScheme! a:fontScheme! a:fmtScheme!',
    'a:clrScheme': 'a:dk1! a:lt1! a:dk2! a:lt2! a:accent1! a:accent2! '
                   'a:accent3! a:accent4! a:accent5! a:accent6! a:hlink! '
                   'a:folHlink!',
    'a:fontScheme': 'a:majorFont! a:minorFont!',
    'a:fmtScheme': 'a:fillStyleLst! a:lnStyleLst! a:effectStyleLst! '
                   'a:bgFillStyleLst!',
    'c:chartSpace': 'c:date1904 c:lang c:roundedCorners c:style c:clrMapOvr '
                    'c:chart! c:spPr c:txPr c:externalData c:printSettings '
                    'c:userShapes',
    'c:chart': 'c:title c:autoTitleDeleted c:plotArea! c:legend '
               'c:plotVisOnly c:dispBlanksAs',
    'c:plotArea': 'c:layout c:areaChart|c:lineChart|c:barChart|'
                  'c:doughnutChart|c:pieChart|c:scatterChart|c:bubbleChart '
                  'c:valAx|c:catAx|c:dateAx c:dTable c:spPr',
    'a:graphicData/c:chart': '', 'c:lineChart/c:marker': '',
    'c:manualLayout': 'c:layoutTarget c:xMode c:yMode c:wMode c:hMode c:x '
                      'c:y c:w c:h',
    'c:legend': 'c:legendPos c:legendEntry c:layout c:overlay c:spPr c:txPr',
    'c:title': 'c:tx c:layout c:overlay c:spPr c:txPr',
    'c:areaChart': 'c:grouping c:varyColors c:ser c:dLbls c:dropLines c:axId!',
    'c:lineChart': 'c:grouping! c:varyColors c:ser c:dLbls c:dropLines '
                   'c:hiLowLines c:upDownBars c:marker c:smooth c:axId!',
    'c:barChart': 'c:barDir! c:grouping c:varyColors c:ser c:dLbls '
                  'c:gapWidth c:overlap c:serLines c:axId!',
    'c:doughnutChart': 'c:varyColors c:ser c:dLbls c:firstSliceAng '
                       'c:holeSize',
    'c:scatterChart': 'c:scatterStyle! c:varyColors c:ser c:dLbls c:axId!',
    'c:bubbleChart': 'c:varyColors c:ser c:dLbls c:bubble3D c:bubbleScale '
                     'c:showNegBubbles c:sizeRepresents c:axId!',
    'c:areaChart/c:ser': SERIES + 'c:pictureOptions c:dPt c:dLbls c:cat '
                                  'c:val',
    'c:lineChart/c:ser': SERIES + 'c:marker c:dPt c:dLbls c:trendline '
                                  'c:errBars c:cat c:val c:smooth',
    'c:barChart/c:ser': SERIES + 'c:invertIfNegative c:pictureOptions c:dPt '
                                 'c:dLbls c:trendline c:errBars c:cat c:val '
                                 'c:shape',
    'c:doughnutChart/c:ser': SERIES + 'c:explosion c:dPt c:dLbls c:cat '
                                      'c:val',
    'c:scatterChart/c:ser': SERIES + 'c:marker c:dPt c:dLbls c:trendline '
                                     'c:errBars c:xVal c:yVal c:smooth',
    'c:bubbleChart/c:ser': SERIES + 'c:invertIfNegative c:dPt c:dLbls '
                                    'c:trendline c:errBars c:xVal c:yVal '
                                    'c:bubbleSize c:bubble3D',
    'c:dPt': 'c:idx! c:invertIfNegative c:marker c:bubble3D c:explosion '
             'c:spPr',
    'c:marker': 'c:symbol c:size c:spPr',
    'c:dLbls': f'c:dLbl c:delete {LABEL} c:showLeaderLines c:leaderLines',
    'c:dLbl': f'c:idx! c:delete c:layout c:tx {LABEL} c:extLst',
    'c:errBars': 'c:errDir c:errBarType! c:errValType! c:noEndCap c:plus '
                 'c:minus c:val c:spPr',
    'c:scaling': 'c:logBase c:orientation c:max c:min',
    'c:valAx': AXIS + 'c:crossBetween c:majorUnit c:minorUnit c:dispUnits',
    'c:catAx': AXIS + 'c:auto c:lblAlgn c:lblOffset c:noMultiLvlLbl',
    'c:dateAx': AXIS + 'c:auto c:lblOffset c:baseTimeUnit c:majorUnit '
                       'c:majorTimeUnit c:minorUnit c:minorTimeUnit',
    'c:strRef': 'c:f! c:strCache', 'c:numRef': 'c:f! c:numCache',
    'c:strCache': 'c:ptCount c:pt',
    'c:numCache': 'c:formatCode c:ptCount c:pt',
}
# PowerPoint repairs a chart whose labels stand where its kind has no place.
PLACES = {'areaChart': '', 'doughnutChart': '', 'lineChart': 'l r t b ctr',
          'scatterChart': 'l r t b ctr', 'bubbleChart': 'l r t b ctr',
          'barChart clustered': 'outEnd inEnd ctr inBase',
          'barChart stacked': 'inEnd ctr inBase',
          'barChart percentStacked': 'inEnd ctr inBase'}
KINDS = {  # of relations, and what their targets are said to be
    'officeDocument': 'presentationml.presentation.main+xml',
    'slideMaster': 'presentationml.slideMaster+xml',
    'slideLayout': 'presentationml.slideLayout+xml',
    'slide': 'presentationml.slide+xml',
    'notesMaster': 'presentationml.notesMaster+xml',
    'notesSlide': 'presentationml.notesSlide+xml',
    'theme': 'officedocument.theme+xml',
    'presProps': 'presentationml.presProps+xml',
    'viewProps': 'presentationml.viewProps+xml',
    'tableStyles': 'presentationml.tableStyles+xml',
    'chart': 'drawingml.chart+xml',
    'package': 'spreadsheetml.sheet',
    'extended-properties': 'extended-properties+xml',
    'core-properties': 'core-properties+xml',
    'image': 'image/',
}


def name_of(element):
    space, name = re.fullmatch(r'(\{.*\})?(.*)', element.tag).groups()
    return f'{PREFIXES.get(space, "?")}:{name}'


def check_order(part, element, parent=''):
    """The children stand in the order of the schema."""
    name = name_of(element)
    rule = ORDER.get(f'{parent}/{name}', ORDER.get(name))
    if rule is not None:
        places = {kind: place
                  for place, kinds in enumerate(rule.split())
                  for kind in kinds.rstrip('!').split('|')}
        found = [name_of(child) for child in element]
        for child in found:
            assert child in places, f'{part}: {child} in {name}'
        order = [places[child] for child in found]
        assert order == sorted(order), f'{part}: {name} has {found}'
        for kind in rule.split():
            assert not kind.endswith('!') or kind[:-1] in found, (
                f'{part}: {name} lacks {kind}')
    for child in element:
        check_order(part, child, name)


class Package:
    def __init__(self, path):
        self.zip = zipfile.ZipFile(path)
        self.names = self.zip.namelist()
        assert len(self.names) == len({name.lower() for name in self.names})
        self.parts = {name: ElementTree.fromstring(self.zip.read(name))
                      for name in self.names
                      if name.endswith(('.xml', '.rels'))}
        types = self.parts['[Content_Types].xml']
        self.defaults = {item.get('Extension'): item.get('ContentType')
                         for item in types.iter(f'{TYPES}Default')}
        overrides = [(item.get('PartName')[1:], item.get('ContentType'))
                     for item in types.iter(f'{TYPES}Override')]
        self.overrides = dict(overrides)
        assert len(overrides) == len(self.overrides), 'a part has two types'

    def relations(self, part):
        folder, name = posixpath.split(part)
        rels = self.parts.get(posixpath.join(folder, '_rels', f'{name}.rels'))
        items = [] if rels is None else rels.findall(f'{RELATION}Relationship')
        found = {item.get('Id'): (item.get('Type').rsplit('/', 1)[1],
                                  posixpath.normpath(posixpath.join(
                                      folder, item.get('Target'))))
                 for item in items}
        assert len(found) == len(items), f'{part} uses an id twice'
        return found

    def type_of(self, name):
        return self.overrides.get(name,
                                  self.defaults.get(name.rsplit('.', 1)[1]))

    def check_parts(self):
        """Every part has a type, and is led to by a relation of its kind."""
        for name in self.overrides:
            assert name in self.names, f'{name} has a type, but is missing'
        reached = set()
        for name in ['', *self.names]:
            for kind, target in self.relations(name).values():
                assert target in self.names, f'{name} names {target}'
                assert KINDS[kind] in self.type_of(target), (target, kind)
                reached.add(target)
        for name in self.names:
            if name == '[Content_Types].xml' or name.endswith('.rels'):
                continue
            assert name in reached, f'nothing leads to {name}'
            assert self.type_of(name) != 'application/xml', name

    def check_ids(self):
        for name, part in self.parts.items():
            known = self.relations(name)
            used = {value for item in part.iter()
                    for key, value in item.attrib.items()
                    if key.startswith(R)}
            assert used <= set(known), f'{name} uses {used - set(known)}'
            shapes = [item.get('id') for item in part.iter(f'{P}cNvPr')]
            assert len(shapes) == len(set(shapes)), f'{name}: {shapes}'
        main = self.parts['ppt/presentation.xml']
        slides = [int(item.get('id')) for item in main.iter(f'{P}sldId')]
        assert all(256 <= number < 2 ** 31 for number in slides), slides
        masters = [int(item.get('id')) for part in self.parts.values()
                   for kind in ('sldMasterId', 'sldLayoutId')
                   for item in part.iter(P + kind)]
        assert all(number >= 2 ** 31 for number in masters), masters
        numbers = slides + masters
        assert len(numbers) == len(set(numbers)), numbers

    def check_values(self):
        """Colours, sizes and texts are within what the schema has."""
        for name, part in self.parts.items():
            for item in part.iter(f'{A}srgbClr'):
                assert re.fullmatch('[0-9A-Fa-f]{6}', item.get('val')), name
            for item in part.iter():
                size = item.get('sz')
                if item.tag in (f'{A}rPr', f'{A}defRPr') and size:
                    assert 100 <= int(size) <= 400000, (name, size)
            for item in part.iter(f'{A}ext'):
                if item.get('cx') is not None:
                    assert int(item.get('cx')) >= 0, name
                    assert int(item.get('cy')) >= 0, name
            for table in part.iter(f'{A}tbl'):
                columns = len(list(table.iter(f'{A}gridCol')))
                for row in table.iter(f'{A}tr'):
                    assert len(row.findall(f'{A}tc')) == columns, name
            for item in part.iter(f'{A}t'):
                assert '\n' not in (item.text or ''), (name, item.text)

    def placeholders(self, name):
        return {(item.get('type', 'obj'), item.get('idx', '0'))
                for item in self.parts[name].iter(f'{P}ph')}

    def check_placeholders(self):
        """What a slide fills is there to be filled in its layout."""
        for name in self.names:
            if not re.fullmatch(r'ppt/slides/slide\d+\.xml', name):
                continue
            layout = [target for kind, target in self.relations(name).values()
                      if kind == 'slideLayout']
            assert len(layout) == 1, name
            assert self.placeholders(name) <= self.placeholders(layout[0]), (
                name, self.placeholders(name), layout[0])

    def check_chart(self, name):
        chart = self.parts[name]
        area = chart.find(f'{C}chart/{C}plotArea')
        axes = {item.find(f'{C}axId').get('val'): item
                for kind in ('valAx', 'catAx', 'dateAx')
                for item in area.findall(C + kind)}
        numbers = []
        for plot in area:
            kind = plot.tag.replace(C, '')
            if not kind.endswith('Chart'):
                continue
            own = [item.get('val') for item in plot.findall(f'{C}axId')]
            assert set(own) == (set() if kind == 'doughnutChart'
                                else set(axes)), name
            if kind == 'barChart':
                kind += ' ' + plot.find(f'{C}grouping').get('val')
            for item in plot.iter(f'{C}dLblPos'):
                assert item.get('val') in PLACES[kind].split(), (name, kind)
            numbers += [(series.find(f'{C}idx').get('val'),
                         series.find(f'{C}order').get('val'))
                        for series in plot.findall(f'{C}ser')]
        assert len(numbers) == len(set(numbers)) > 0, (name, numbers)
        for axis in axes.values():
            assert axis.find(f'{C}crossAx').get('val') in axes, name
            assert (axis.find(f'{C}crosses') is None) != (
                axis.find(f'{C}crossesAt') is None), name
        for cache in (item for kind in ('numCache', 'strCache')
                      for item in chart.iter(C + kind)):
            points = [int(item.get('idx')) for item in cache.iter(f'{C}pt')]
            assert points == sorted(set(points)), name
            count = int(cache.find(f'{C}ptCount').get('val'))
            assert not points or points[-1] < count, name
        self.check_workbook(name, chart)

    def check_workbook(self, name, chart):
        outside = chart.find(f'{C}externalData').get(f'{R}id')
        kind, target = self.relations(name)[outside]
        assert kind == 'package', kind
        with zipfile.ZipFile(io.BytesIO(self.zip.read(target))) as book:
            assert book.testzip() is None
            sheets = re.findall(r'<sheet name="([^"]*)"',
                                book.read('xl/workbook.xml').decode())
        for reference in chart.iter(f'{C}f'):
            assert re.fullmatch(r'(.*)!\$[A-Z]+\$\d+(:\$[A-Z]+\$\d+)?',
                                reference.text)[1] in sheets, reference.text


def check(path):
    package = Package(path)
    package.check_parts()
    package.check_ids()
    package.check_values()
    package.check_placeholders()
    for name, part in package.parts.items():
        check_order(name, part)
        if re.fullmatch(r'ppt/charts/chart\d+\.xml', name):
            package.check_chart(name)
